package io.github.claudebridge.session.log;

import java.util.List;
import java.util.Optional;

/**
 * Some successive entries of a log. Immutable and thread-safe.
 *
 * @param entries the entries, oldest first
 * @param earlier where the page before this one ends; empty when this one begins the log
 */
public record LogPage(List<LogEntry> entries, Optional<LogPosition> earlier) {
    /** Copies the list. */
    public LogPage {
        entries = List.copyOf(entries);
    }
}
