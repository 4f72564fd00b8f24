package io.github.claudebridge.process.supervisor.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** Waits for processes that are being ended. */
final class Deaths {

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    private Deaths() {}

    /** Returns when none of them lives, as far as these facts go, or the time is over. */
    static void await(Collection<ProcessId> dying, ProcessFacts facts, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (dying.stream().anyMatch(facts::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
