package io.github.claudebridge.telegram.conversation.words;

import io.github.claudebridge.telegram.conversation.words.Manual.Trait;

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

    public static final Manual RENAME = Manual.of("rename", "[session] <new name>", "Give a session another name")
            .saying("Its history and files come along. What Claude does there at the moment is stopped.")
            .with("/rename shop", "the session of this chat is called shop from now on")
            .with("/rename website shop", "the session website is called shop from now on");

    public static final Manual DELETE = Manual.of("delete", "[session]", "Delete a session with all its files")
            .saying("There is no way back. A session that you may want again is better archived: /archive.")
            .with("/delete website", "deletes website after you have confirmed it")
            .being(Trait.ASKS_FIRST);

    public static final Manual ARCHIVE = Manual.of("archive", "[session]", "Put a session away into a file")
            .saying(
                    "The session is stopped, packed with its files and Claude's history of it, checked, and then removed from"
                            + " the list. /restore brings it back as it was.")
            .with("/archive website", "archives website after you have confirmed it")
            .being(Trait.ASKS_FIRST);

    public static final Manual ARCHIVES =
            Manual.of("archives", "", "List the archived sessions").being(Trait.PRIVATE);

    public static final Manual RESTORE = Manual.of("restore", "[archive] [new name]", "Bring an archived session back")
            .saying(
                    "Name the session or the file of its archive; without it, choose by button. The session goes on with its"
                            + " history, asks before every change, and its archive stays.")
            .with("/restore website", "brings back the newest archive of website")
            .with("/restore website website2", "the same under another name")
            .being(Trait.PRIVATE);

    public static final Manual PERSONA = Manual.of(
                    "persona", "[name]", "Show or change how Claude answers in the session")
            .saying(
                    "A persona is a text that tells Claude how to be, perhaps with a model of its own. The session gets its own"
                            + " copy, in its file persona.json.")
            .with("/persona planner", "the session plans from now on");

    public static final Manual SHARE = Manual.of("share", "<user number>", "Let somebody else use the session, too")
            .saying(
                    "Sessions are seen by whoever made them. The number of a person stands in the bot's log, or is told by"
                            + " @userinfobot; the person must be allowed to use the bot.")
            .with("/share 123456789", "this person can switch to the session");

    public static final Manual UNSHARE = Manual.of("unshare", "<user number>", "Let somebody use the session no more")
            .with("/unshare 123456789", "takes it back");

    private SessionManuals() {}
}
