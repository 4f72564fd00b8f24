package io.github.claudebridge.telegram.conversation.words;

import java.util.List;

/** What the commands say. */
public final class CommandWords {

    public static final String TALKS_TO_NONE =
            "This chat has no session yet. Choose one with /session <name>; /sessions lists all.";

    /** Stands below a question about the session when it was chosen in another way. */
    public static final String CHOSEN = "✓";

    private static final int GLANCE = 300;

    private CommandWords() {}

    public static String newNeedsName(List<String> personas) {
        return "Tell me a name without blanks: /new <name> [persona]. Personas: " + String.join(", ", personas) + ".";
    }

    public static String created(String session) {
        return "Session " + session + " is ready. What you write now goes there.";
    }

    public static String talksTo(String session) {
        return "This chat talks to " + session + ". Switch with /session <name>; /sessions lists all.";
    }

    public static String noSession(String session) {
        return "There is no session " + session + ". /sessions lists all; /new " + session + " makes it.";
    }

    public static String modeDescription(String mode) {
        return switch (mode) {
            case "verbose" -> "Show everything that Claude does; again: go back";
            case "smart" -> "Show little, long answers as files; again: go back";
            default -> "Show progress, then the answer";
        };
    }

    public static String modeChosen(String session, String mode) {
        return "Output of " + session + ": " + mode + ". It counts from the next turn on.";
    }

    public static String model(String session, String model) {
        return "The model of " + session + " is " + model + ". Choose another here, or with /model <name>.";
    }

    public static String modelChosen(String session, String model) {
        return "Model of " + session + ": " + model + ".";
    }

    public static String noModel(String model, String reason) {
        return "“" + Plain.excerpt(model, 40) + "” cannot be a model: " + reason + ".";
    }

    /** Asked in a chat that has not chosen a session. */
    public static String whichSession() {
        return "Which session is this for? /sessions lists all, /new <name> makes one.";
    }

    /**
     * Said when a chat comes to a session.
     *
     * @param prompt what was said to it last; empty for nothing
     * @param answer what it answered to that; empty for nothing yet
     */
    public static String nowTalkingTo(String session, String prompt, String answer) {
        return "Now talking to " + session + "."
                + (prompt.isBlank() ? "" : "\n\nYou: " + Plain.excerpt(prompt, GLANCE))
                + (answer.isBlank() ? "" : "\nClaude: " + Plain.excerpt(answer, GLANCE));
    }
}
