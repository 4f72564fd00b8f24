package io.github.claudebridge.session.log;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.StorageException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one session has used, day by day, added up from its log. Immutable and thread-safe.
 *
 * @param days the days on which a turn ended, in order
 */
public record UsageReport(SortedMap<LocalDate, Usage> days) {

    /** Copies the map. */
    public UsageReport {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * Reads the log of a session.
     *
     * @param zone decides when a day begins
     */
    public static UsageReport of(Session session, ZoneId zone) {
        SortedMap<LocalDate, Usage> days = new TreeMap<>();
        LineScan turns = new LineScan(new Needle("cost_usd"), (entry, behind) -> {
            if (entry instanceof LogEntry.Turn turn) {
                LocalDate day = turn.at().atZone(zone).toLocalDate();
                days.merge(day, Usage.of(turn), Usage::plus);
            }
        });
        try {
            turns.run(new LogFiles(session.directory()));
        } catch (IOException e) {
            throw new StorageException(session.directory(), e);
        }
        return new UsageReport(days);
    }

    /** All days together. */
    public Usage total() {
        return days.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /** One day; nothing when no turn ended on it. */
    public Usage on(LocalDate day) {
        return days.getOrDefault(day, Usage.NONE);
    }
}
