package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts crashes in a row. Not thread-safe. */
final class CrashCount {

    private final RestartPolicy policy;
    private int crashes;

    CrashCount(RestartPolicy policy) {
        this.policy = policy;
    }

    /** One more; the pause before the next try, or null when there were enough. */
    @Nullable Duration add() {
        crashes++;
        return crashes > policy.tries() ? null : policy.pause(crashes);
    }

    int inARow() {
        return crashes;
    }

    /** A process ended that had lived for so long. */
    void ended(Instant startedAt, Instant endedAt) {
        if (Duration.between(startedAt, endedAt).compareTo(policy.healthyAfter()) > 0) {
            crashes = 0;
        }
    }

    void reset() {
        crashes = 0;
    }
}
