package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.files.ReceivedFile;
import io.github.claudebridge.telegram.conversation.UserFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is said about files, to Claude and to people. */
final class FileWords {

    /** Said when a file stopped arriving half-way. */
    static final String BROKEN_OFF = "The connection to Telegram broke off. Send it again.";

    /** What the CLI shows to the model as it is when a prompt names it after an {@code @}, as it was seen to do. */
    private static final Set<String> SHOWN = Set.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".pdf");

    /** Said when a file cannot be read. */
    static final String UNREADABLE = "The file cannot be read.";

    private FileWords() {}

    /** The part of a prompt that names its files. */
    static String list(List<String> lines) {
        return "Files sent with this message, saved here:\n" + String.join("\n", lines);
    }

    /**
     * One file, as Claude is told of it.
     *
     * @param directory where Claude works
     */
    static String arrived(UserFile file, ReceivedFile saved, Path directory) {
        Path path = saved.path().startsWith(directory) ? directory.relativize(saved.path()) : saved.path();
        String note = file.kind() == UserFile.Kind.VOICE ? ", a voice message" : "";
        return isShown(saved.name()) ? "- @\"" + path + "\"" : "- " + path + " (" + size(saved.size()) + note + ")";
    }

    private static boolean isShown(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && SHOWN.contains(name.substring(dot).toLowerCase(Locale.ROOT));
    }

    /** For people. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** Something in the outbox that cannot be sent. */
    static String inOutbox(String name, String why) {
        return "outbox/" + shown(name) + ": " + why;
    }

    static String noFileInOutbox(String name) {
        return inOutbox(name, "Not sent: it is a link or something special, and only regular files are sent.");
    }

    static String moreInOutbox(int number) {
        return number + " more files wait in the outbox. They are sent after the next turns.";
    }

    /** A name that somebody chose, on one line and without what cannot be seen. */
    private static String shown(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "_");
    }

    /** A file that did not arrive. */
    static String notFetched(String name, String reason) {
        return "I could not fetch " + name + ". " + reason;
    }
}
