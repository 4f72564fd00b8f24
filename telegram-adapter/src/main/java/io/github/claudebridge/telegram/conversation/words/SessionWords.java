package io.github.claudebridge.telegram.conversation.words;

import java.util.List;
import java.util.Optional;

/** What the commands about sessions say. */
public final class SessionWords {

    /** Stands below a question about the session when it was chosen in another way. */
    public static final String CHOSEN = "✓";

    private static final int GLANCE = 300;

    private SessionWords() {}

    public static String newNeedsName(List<String> personas) {
        return "Tell me a name without blanks: /new <name> [persona]. Personas: " + String.join(", ", personas) + ".";
    }

    public static String created(String session) {
        return "Session " + session + " is ready. What you write now goes there.";
    }

    /** Asked when somebody wants to switch, with a button for each. */
    public static String switchTo(String session) {
        return "This chat talks to " + session
                + ". Switch to another here, or with /session <name>; /sessions lists all.";
    }

    public static String noSession(String session, Optional<String> near) {
        return "There is no session " + session + "."
                + near.map(name -> " Did you mean " + name + "?").orElse("") + " /sessions lists all; /new " + session
                + " makes it.";
    }

    /** Said about the session that a chat talks to, to somebody who may not use it. */
    public static final String SOMEBODY_ELSE_S =
            "The session that this chat talks to belongs to somebody else, who has not shared it with you. Choose one of yours, or make one"
                    + " with /new <name>.";

    /** Said instead of giving a prompt to a session that its writer may not use. */
    public static final String NOT_GIVEN =
            "That session belongs to somebody else, who has not shared it with you. Nothing was given to Claude.";

    public static String shared(String session, long user, boolean given) {
        return given
                ? session + " is shared with " + user + ", who can switch to it with /session " + session + "."
                : session + " is not shared with " + user + " any more.";
    }

    public static String notYours(String session) {
        return session + " belongs to somebody else, who shares it with you. Only its owner can do that.";
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
