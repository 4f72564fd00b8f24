package io.github.claudebridge.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a store works. Immutable and thread-safe.
 *
 * @param roots existing directories below which a session may be granted a working directory; empty for none
 * @param clock gives the times of what is created
 * @param lockPatience how long a lock is waited for before {@link SessionBusyException}
 */
public record StoreOptions(List<Path> roots, Clock clock, Duration lockPatience) {

    /** Copies the list. */
    public StoreOptions {
        roots = List.copyOf(roots);
    }

    /** No roots, the system's clock in UTC, ten seconds of patience. */
    public static StoreOptions defaults() {
        return new StoreOptions(List.of(), Clock.systemUTC(), Duration.ofSeconds(10));
    }

    /** The same with other roots. */
    public StoreOptions withRoots(List<Path> other) {
        return new StoreOptions(other, clock, lockPatience);
    }

    /** The same with another clock. */
    public StoreOptions withClock(Clock other) {
        return new StoreOptions(roots, other, lockPatience);
    }

    /** The same with another patience. */
    public StoreOptions withLockPatience(Duration other) {
        return new StoreOptions(roots, clock, other);
    }
}
