package io.github.claudebridge.session;

import java.time.Clock;
import java.time.Duration;

/**
 * How a store works. Immutable and thread-safe.
 *
 * @param clock gives the times of what is created
 * @param lockPatience how long a lock is waited for before {@link SessionBusyException}
 */
public record StoreOptions(Clock clock, Duration lockPatience) {

    /** The system's clock in UTC, and ten seconds of patience. */
    public static StoreOptions defaults() {
        return new StoreOptions(Clock.systemUTC(), Duration.ofSeconds(10));
    }

    /** The same with another clock. */
    public StoreOptions withClock(Clock other) {
        return new StoreOptions(other, lockPatience);
    }

    /** The same with another patience. */
    public StoreOptions withLockPatience(Duration other) {
        return new StoreOptions(clock, other);
    }
}
