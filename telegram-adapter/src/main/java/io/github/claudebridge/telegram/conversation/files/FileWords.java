package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.files.ReceivedFile;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.program.ProgramResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said about files, to Claude and to people. */
final class FileWords {

    /** Said when a file stopped arriving half-way. */
    static final String BROKEN_OFF = "The connection to Telegram broke off. Send it again.";

    /** What the CLI shows to the model as it is when a prompt names it after an {@code @}, as it was seen to do. */
    private static final Set<String> SHOWN = Set.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".pdf");

    /** Said when a transcriber printed nothing. */
    static final String NOTHING_HEARD = "the transcriber heard nothing in it.";

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
        Path path = place(saved, directory);
        String note = file.kind() == UserFile.Kind.VOICE ? ", a voice message" : "";
        return isShown(saved.name()) ? "- @\"" + path + "\"" : "- " + path + " (" + size(saved.size()) + note + ")";
    }

    private static Path place(ReceivedFile saved, Path directory) {
        return saved.path().startsWith(directory) ? directory.relativize(saved.path()) : saved.path();
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

    /** A voice message as Claude is told of it, whose words stand above. */
    static String voice(ReceivedFile saved, Path directory) {
        return "(Said in a voice message, which is saved as " + place(saved, directory) + ")";
    }

    /** Markdown: what was heard in a voice message. */
    static String heard(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    static String noTranscriber(String name) {
        return "The voice message is saved as inbox/" + name
                + ", but nothing here makes text of it. To change that, name a program in"
                + " config.toml: [transcriber] run = [\"whisper-cli\", \"{file}\"]";
    }

    static String notTranscribed(String name, String reason) {
        return "No text could be made of the voice message, which is saved as inbox/" + name + ": " + reason;
    }

    static String transcriberFailed(ProgramResult result, Duration limit) {
        return switch (result.ending()) {
            case EXITED -> "the transcriber failed with code " + result.exit() + ". " + tail(result.output());
            case TIMED_OUT -> "the transcriber was ended after " + limit.toSeconds() + " s.";
            case STOPPED -> "the transcriber was stopped.";
            case FLOODED -> "the transcriber printed without end.";
            case NOT_STARTED -> "the transcriber could not be started. " + result.output();
        };
    }

    private static String tail(String output) {
        String text = output.strip();
        return text.substring(Math.max(0, text.length() - 300));
    }

    /** A file that did not arrive. */
    static String notFetched(String name, String reason) {
        return "I could not fetch " + name + ". " + reason;
    }
}
