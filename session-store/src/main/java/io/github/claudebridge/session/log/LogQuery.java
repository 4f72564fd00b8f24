package io.github.claudebridge.session.log;

import io.github.claudebridge.session.SessionName;
import java.time.Instant;
import java.util.Set;

/**
 * What to look for in the logs. Immutable and thread-safe.
 *
 * @param text to be found in what was said or done, whatever its case; empty finds everything
 * @param from the earliest time that is wanted
 * @param until the time before which it must have happened
 * @param sessions the sessions to look at; empty for all
 * @param limit how many hits at most, the newest ones; positive
 */
public record LogQuery(String text, Instant from, Instant until, Set<SessionName> sessions, int limit) {

    /** Copies the set. */
    public LogQuery {
        sessions = Set.copyOf(sessions);
        if (limit < 1) {
            throw new IllegalArgumentException("A search gives at least one hit, not " + limit);
        }
    }

    /** A text at any time in any session, and twenty hits. */
    public static LogQuery of(String text) {
        return new LogQuery(text, Instant.MIN, Instant.MAX, Set.of(), 20);
    }

    /** The same between two times. */
    public LogQuery between(Instant earliest, Instant before) {
        return new LogQuery(text, earliest, before, sessions, limit);
    }

    /** The same in these sessions only. */
    public LogQuery in(Set<SessionName> only) {
        return new LogQuery(text, from, until, only, limit);
    }

    /** The same with another number of hits. */
    public LogQuery withLimit(int other) {
        return new LogQuery(text, from, until, sessions, other);
    }
}
