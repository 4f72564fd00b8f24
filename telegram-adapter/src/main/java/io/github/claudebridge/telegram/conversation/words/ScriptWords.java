package io.github.claudebridge.telegram.conversation.words;

import java.util.regex.Pattern;

/** What is said about the programs that are commands. */
public final class ScriptWords {

    public static final String NOTHING = "Done; it printed nothing.";

    private static final Pattern ESCAPES =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-_])");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private ScriptWords() {}

    public static String summary(String description, String name) {
        return description.isBlank() ? "Run " + name + " on the host" : description;
    }

    public static String tooMany(String name, int most) {
        return most == 0
                ? "/" + name + " takes no arguments."
                : "/" + name + " takes at most " + Plain.count(most, "argument", "arguments") + ".";
    }

    public static String runs(String name) {
        return "/" + name + " runs.";
    }

    /** Said when the bot was killed while the program ran. */
    public static String cutOff(String name) {
        return "I was stopped while /" + name
                + " ran, and do not run it a second time by myself. Write it again if you want to.";
    }

    /** How it ended, where that is worth a word. */
    public static String stopped() {
        return "It was stopped.";
    }

    public static String timedOut() {
        return "It took too long and was ended.";
    }

    public static String flooded() {
        return "It printed without end and was ended.";
    }

    public static String failed(int exit) {
        return "It ended with exit code " + exit + ".";
    }

    public static String notStarted() {
        return "It could not be started.";
    }

    /** Without the colours and other signs for terminals. */
    public static String printable(String output) {
        String plain =
                ESCAPES.matcher(output).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
        return CONTROLS.matcher(plain).replaceAll("").stripTrailing();
    }

    /** As a block of code, in Markdown, whatever it contains. */
    public static String block(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + text + "\n" + fence;
    }
}
