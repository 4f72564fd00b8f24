package io.github.claudebridge.telegram.internal;

import java.time.Duration;

/** Does things later. Implementations are thread-safe. */
public interface Timers {

    /**
     * Does something once, after this time, on a thread that it must not hold up for long. Tasks may run at the same time.
     *
     * @return calls it off, if it has not begun; can be run more than once
     */
    Runnable after(Duration delay, Runnable task);
}
