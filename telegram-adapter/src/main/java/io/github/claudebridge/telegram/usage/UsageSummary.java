package io.github.claudebridge.telegram.usage;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.log.Usage;
import io.github.claudebridge.session.log.UsageReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What some sessions have used, together. Immutable and thread-safe.
 *
 * @param sessions each session's own sum
 * @param days the sum of all sessions for each day on which a turn ended
 */
public record UsageSummary(Map<SessionName, Usage> sessions, SortedMap<LocalDate, Usage> days) {

    public UsageSummary {
        sessions = Map.copyOf(sessions);
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * Reads the logs; one that cannot be read is left out.
     *
     * @param zone decides when a day begins
     */
    public static UsageSummary of(List<Session> sessions, ZoneId zone) {
        Map<SessionName, Usage> sums = new HashMap<>();
        SortedMap<LocalDate, Usage> days = new TreeMap<>();
        for (Session session : sessions) {
            try {
                UsageReport report = UsageReport.of(session, zone);
                sums.put(session.name(), report.total());
                report.days().forEach((day, usage) -> days.merge(day, usage, Usage::plus));
            } catch (SessionException e) {
                // It is told where the session itself is looked at.
            }
        }
        return new UsageSummary(sums, days);
    }

    /** The last days, today included; days without a turn have nothing. */
    public SortedMap<LocalDate, Usage> last(int count, LocalDate today) {
        SortedMap<LocalDate, Usage> last = new TreeMap<>();
        for (int back = count - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            last.put(day, days.getOrDefault(day, Usage.NONE));
        }
        return last;
    }

    /** The sum of the last days, today included. */
    public Usage sum(int count, LocalDate today) {
        return last(count, today).values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /** All there is. */
    public Usage total() {
        return days.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /** Input and output, with what was read from and written to the cache. */
    public static long tokens(Usage usage) {
        return usage.tokens().input()
                + usage.tokens().output()
                + usage.tokens().cacheRead()
                + usage.tokens().cacheWrite();
    }
}
