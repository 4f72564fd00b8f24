package io.github.claudebridge.telegram.render.internal.text;

/** Which characters show nothing. Stateless; safe for use by many threads. */
public final class Whitespace {

    private static final String INVISIBLE_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFFFC";

    private Whitespace() {}

    /** White space in the widest sense: everything that one program or another would trim. */
    public static boolean is(char c) {
        return c <= ' '
                || (c >= '\u0080'
                        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF'));
    }

    /** The first position from {@code from} on that holds no white space, or {@code end}. */
    public static int skip(CharSequence text, int from, int end) {
        int i = from;
        while (i < end && is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of the text before {@code end} without the white space at its end, not below {@code from}. */
    public static int skipBack(CharSequence text, int from, int end) {
        int i = end;
        while (i > from && is(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Whether a reader would see anything of this stretch. */
    public static boolean isVisible(CharSequence text, int from, int end) {
        for (int i = from; i < end; ) {
            int codePoint = Character.codePointAt(text, i);
            if (isVisible(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint > ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isVariationSelector(codePoint) && INVISIBLE_LETTERS.indexOf(codePoint) < 0;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
