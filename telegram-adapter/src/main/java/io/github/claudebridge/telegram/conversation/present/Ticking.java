package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.internal.Timers;
import java.time.Duration;

/** Does something again and again until it is stopped. Thread-safe. */
final class Ticking {

    private final Timers timers;
    private final Duration pace;
    private final Runnable task;
    private Runnable callOff = () -> {};
    private boolean stopped;

    private Ticking(Timers timers, Duration pace, Runnable task) {
        this.timers = timers;
        this.pace = pace;
        this.task = task;
    }

    static Ticking start(Timers timers, Duration pace, Runnable task) {
        Ticking ticking = new Ticking(timers, pace, task);
        ticking.next();
        return ticking;
    }

    private synchronized void next() {
        if (!stopped) {
            callOff = timers.after(pace, this::tick);
        }
    }

    private void tick() {
        task.run();
        next();
    }

    synchronized void stop() {
        stopped = true;
        callOff.run();
    }
}
