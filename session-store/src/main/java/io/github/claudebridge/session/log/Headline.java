package io.github.claudebridge.session.log;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line about an entry, for the exports that people read. */
final class Headline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Headline() {}

    static String of(LogEntry entry) {
        if (entry instanceof LogEntry.Prompt prompt) {
            return prompt.from();
        } else if (entry instanceof LogEntry.Answer answer) {
            return answer.truncated() ? "Claude (broke off)" : "Claude";
        } else if (entry instanceof LogEntry.ToolUse use) {
            return "Tool " + use.tool();
        } else if (entry instanceof LogEntry.FileMoved file) {
            return (file.direction() == LogEntry.Direction.IN ? "File from the chat: " : "File to the chat: ")
                    + file.path() + " (" + file.bytes() + " bytes)";
        } else if (entry instanceof LogEntry.PermissionDecision decision) {
            return "Permission for " + decision.tool() + (decision.allowed() ? ": allowed by " : ": denied by ")
                    + decision.by();
        } else if (entry instanceof LogEntry.Turn turn) {
            return "Turn: " + turn.duration().toSeconds() + " s, $"
                    + turn.costUsd().setScale(4, RoundingMode.HALF_UP).toPlainString() + ", "
                    + turn.tokens().input() + " tokens in, " + turn.tokens().output() + " out";
        } else if (entry instanceof LogEntry.Failure) {
            return "Failure";
        } else if (entry instanceof LogEntry.Note) {
            return "Note";
        }
        return "Other";
    }

    /** The text below the line; empty for what the line has already said. */
    static String body(LogEntry entry) {
        if (entry instanceof LogEntry.ToolUse use) {
            return use.input();
        }
        return entry instanceof LogEntry.FileMoved || entry instanceof LogEntry.PermissionDecision
                ? ""
                : EntryText.of(entry);
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
