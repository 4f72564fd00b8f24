package io.github.claudebridge.telegram.conversation.question;

/**
 * The beginning of a text, as much of it as fits on a screen.
 *
 * @param shown the beginning, in whole lines unless one line is too long by itself
 * @param isWhole whether nothing is missing
 */
record Excerpt(String shown, boolean isWhole) {

    private static final int LINES = 40;
    private static final int CHARACTERS = 2_400;

    static Excerpt of(String text) {
        int end = 0;
        for (int line = 0; line < LINES && end < text.length(); line++) {
            int next = text.indexOf('\n', end);
            int after = next < 0 ? text.length() : next + 1;
            if (after > CHARACTERS) {
                end = end == 0 ? safeCut(text) : end;
                break;
            }
            end = after;
        }
        return new Excerpt(text.substring(0, end), end == text.length());
    }

    private static int safeCut(String text) {
        int cut = Math.min(CHARACTERS, text.length());
        return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }
}
