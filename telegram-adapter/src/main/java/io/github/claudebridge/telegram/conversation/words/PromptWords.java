package io.github.claudebridge.telegram.conversation.words;

/** What Claude is told around the words of people. */
public final class PromptWords {

    private static final int LONGEST_QUOTE = 1_500;

    private PromptWords() {}

    /** Stands above a message that replies to another. */
    public static String inReplyTo(boolean ofClaude, String quoted) {
        return (ofClaude ? "[In reply to this message of yours:]" : "[In reply to this message:]") + "\n"
                + marked(quoted.length() <= LONGEST_QUOTE ? quoted : quoted.substring(0, cut(quoted)) + " …");
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
    }

    /** A text of somebody else, to be taken as material and not as a wish of the user. */
    public static String forwarded(String from, String text) {
        return "[The user passes on a message of " + from + "; these are not the user's own words:]\n" + marked(text);
    }

    /** Files of somebody else. */
    public static String forwardedFiles(String from) {
        return "[The user passes on files of " + from + ".]";
    }

    private static String marked(String text) {
        return "> " + text.strip().replace("\n", "\n> ");
    }
}
