package io.github.claudebridge.telegram.conversation.words;

/** What people are told about the commands that make, find and put away sessions. */
public final class SessionManuals {

    public static final Manual NEW = Manual.of("new", "<name> [persona]", "Make a session and switch to it")
            .saying("A session has a folder, a history and settings of its own. Names have letters, digits, hyphens and"
                    + " underscores.")
            .with("/new website", "makes the session website")
            .with("/new trip planner", "makes the session trip with the persona planner");

    public static final Manual SESSION = Manual.of("session", "[name]", "Switch to a session")
            .saying(
                    "The session that you leave goes on with what it does. Without a name it shows the current one, with"
                            + " buttons for the others.")
            .with("/session website", "what you write now goes to website");

    public static final Manual SESSIONS = Manual.of("sessions", "", "List the sessions")
            .saying("The one that was used last comes first; ▸ marks the one that this chat talks to.");

    private SessionManuals() {}
}
