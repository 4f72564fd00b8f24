package io.github.claudebridge.process.testing.internal.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a turn shall stop before its end. Thread-safe. */
final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final List<Runnable> announcements = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean replaced;

    /** The turn was cancelled while something waited. */
    static final class Cancelled extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What must be said before anybody hears that the turn is cancelled. */
    void beforeCancelling(Runnable announcement) {
        synchronized (actions) {
            announcements.add(announcement);
        }
    }

    /** Says what must be said before the turn is cancelled. */
    void announce() {
        drain(announcements).forEach(Runnable::run);
    }

    /**
     * Stops the turn.
     *
     * @param byNextMessage whether a message replaces it, rather than the user stopping it
     */
    void cancel(boolean byNextMessage) {
        announce();
        synchronized (actions) {
            replaced |= byNextMessage && !isCancelled();
            cancelled.countDown();
        }
        drain(actions).forEach(Runnable::run);
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

    private List<Runnable> drain(List<Runnable> from) {
        synchronized (actions) {
            List<Runnable> drained = List.copyOf(from);
            from.clear();
            return drained;
        }
    }
}
