package io.github.claudebridge.telegram.conversation.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is said about putting sessions away and bringing them back. Thread-safe. */
public final class ArchiveWords {

    public static final String CANCEL = "Cancel";
    public static final String NO_ARCHIVES = "There are no archives. /archive puts a session away.";
    public static final String WHICH_ARCHIVE = "Which archive do you want back?";
    public static final String KEEP = "Keep it";
    public static final String CANCELLED = "Cancelled; nothing was changed.";

    /** Stands below the sign of progress at its end. */
    public static final String DONE = "✓";

    /** The same where it did not work. */
    public static final String NOT_DONE = "✗";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private ArchiveWords() {}

    public static String askArchive(String session) {
        return "Put " + session + " away? It is stopped, packed, and removed from the list; /restore brings it back.";
    }

    public static String archiveButton(String session) {
        return "Archive " + session;
    }

    public static String askDelete(String session, long turns) {
        return "Delete " + session + " with all its files and its history of " + Plain.count(turns, "turn", "turns")
                + "? There is no way back.";
    }

    public static String deleteButton(String session) {
        return "Delete " + session;
    }

    public static String deleted(String session) {
        return session + " is deleted.";
    }

    public static String kept(String session) {
        return session + " stays as it is.";
    }

    /** Said to whom writes to a session while something is done with it. */
    public static String busy(String session) {
        return session
                + " is being put away or renamed at this moment, so your message was not passed on. Choose another"
                + " session with /session, or write again in a moment.";
    }

    public static String archiving(String session, int percent) {
        return "Packing " + session + ": " + percent + " %";
    }

    public static String checking(String session, int percent) {
        return "Checking the archive of " + session + ": " + percent + " %";
    }

    public static String restoring(String session, int percent) {
        return "Restoring " + session + ": " + percent + " %";
    }

    public static String archived(String session, String file, long bytes, int leftOut) {
        return session + " is archived: " + file + " (" + Plain.size(bytes) + ")."
                + (leftOut == 0 ? "" : " " + Plain.count(leftOut, "file", "files") + " could not be put in.")
                + " /restore " + session + " brings it back.";
    }

    /** Said when an earlier run of the bot has done it. */
    public static String archivedBefore(String session) {
        return session + " is archived. /restore " + session + " brings it back.";
    }

    public static String restored(String session, int setAside) {
        return session + " is back. What you write now goes there; it asks before every change."
                + (setAside == 0 ? "" : " " + Plain.count(setAside, "link", "links") + " lie in its folder set-aside.");
    }

    public static String noArchive(String wanted) {
        return "There is no archive of " + Plain.excerpt(wanted, 80) + ". /archives lists all.";
    }

    public static String nameTaken(String session) {
        return "There is a session " + session + " already. Give another name: /restore " + session + " <new name>.";
    }

    /** One archive in a list. */
    public static String line(String file, Instant at, long bytes, long turns) {
        return "• " + file + " – " + at(at) + ", " + Plain.size(bytes) + ", " + Plain.count(turns, "turn", "turns");
    }

    public static String damaged(String file, String reason) {
        return "• " + file + " – damaged: " + reason;
    }

    public static String button(String session, Instant at) {
        return session + ", " + at(at);
    }

    private static String at(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    public static String renamed(String from, String to) {
        return from + " is called " + to + " now.";
    }
}
