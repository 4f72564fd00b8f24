package io.github.claudebridge.process.testing.internal.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a turn shall stop before its end. Thread-safe. */
final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean replaced;

    /** The turn was cancelled while something waited. */
    static final class Cancelled extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Stops the turn.
     *
     * @param byNextMessage whether a message replaces it, rather than the user stopping it
     */
    void cancel(boolean byNextMessage) {
        List<Runnable> now;
        synchronized (actions) {
            replaced |= byNextMessage && cancelled.getCount() > 0;
            cancelled.countDown();
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    boolean isReplaced() {
        return replaced;
    }

    /** Runs the action when the turn is cancelled, or now if it already is. */
    void whenCancelled(Runnable action) {
        synchronized (actions) {
            if (!isCancelled()) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    void check() throws Cancelled {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    void sleep(Duration time) throws Cancelled, InterruptedException {
        if (cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Cancelled();
        }
    }
}
