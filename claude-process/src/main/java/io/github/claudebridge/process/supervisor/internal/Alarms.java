package io.github.claudebridge.process.supervisor.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Wakes others when their time has come: one thread for all of them, and none before the first. Those who are woken look at the clock
 * themselves, since it may be another than the machine's. Thread-safe.
 */
final class Alarms implements AutoCloseable {

    private final Clock clock;
    private final Executor pool;
    private final ScheduledThreadPoolExecutor timer;

    Alarms(Clock clock, ThreadFactory threads, Executor pool) {
        this.clock = clock;
        this.pool = pool;
        ThreadFactory named = task -> {
            Thread thread = threads.newThread(task);
            thread.setName("claude-supervisor-timer");
            return thread;
        };
        this.timer = new ScheduledThreadPoolExecutor(1, named, new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs something on the pool at a time, or a little later. */
    Future<?> at(Instant due, Runnable task) {
        long delay = Math.max(0, Duration.between(clock.instant(), due).toMillis()) + 1;
        return timer.schedule(() -> pool.execute(task), delay, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs something on the pool again and again, as often as there is a need for it.
     *
     * @param needed asked each time, on the timer's thread; must not wait
     */
    void every(Duration period, BooleanSupplier needed, Runnable task) {
        Runnable look = () -> {
            if (needed.getAsBoolean()) {
                pool.execute(task);
            }
        };
        Future<?> unused =
                timer.scheduleWithFixedDelay(look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody is woken any more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
