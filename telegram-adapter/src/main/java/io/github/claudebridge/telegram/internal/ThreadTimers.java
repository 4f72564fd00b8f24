package io.github.claudebridge.telegram.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers that go by the machine's clock, on one daemon thread. Thread-safe. */
public final class ThreadTimers implements Timers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimers.class);

    private final ScheduledThreadPoolExecutor executor;

    /**
     * @param name the name of the thread
     */
    public ThreadTimers(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            Future<?> pending = executor.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> pending.cancel(false);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is begun after the end.");
            return () -> {};
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Something that was due failed.", e);
        }
    }

    /** Drops what is not due yet. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
