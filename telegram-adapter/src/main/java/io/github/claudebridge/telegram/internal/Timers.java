package io.github.claudebridge.telegram.internal;

import java.time.Duration;

/** Does things later. Implementations are thread-safe. */
public interface Timers {

    /**
     * Does something once, after this time, on a thread that is shared: it must be quick.
     *
     * @return calls it off, if it has not begun; can be run more than once
     */
    Runnable after(Duration delay, Runnable task);
}
