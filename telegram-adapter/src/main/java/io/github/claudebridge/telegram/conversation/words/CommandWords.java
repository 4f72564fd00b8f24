package io.github.claudebridge.telegram.conversation.words;

import java.util.List;

/** What the commands say. */
public final class CommandWords {

    public static final String TALKS_TO_NONE =
            "This chat has no session yet. Choose one with /session <name>; /sessions lists all.";

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
