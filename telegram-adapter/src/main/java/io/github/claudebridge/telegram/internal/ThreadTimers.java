package io.github.claudebridge.telegram.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers that go by the machine's clock, on a daemon thread. Thread-safe. */
public final class ThreadTimers implements Timers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimers.class);

    private final ScheduledThreadPoolExecutor executor;
    private final Executor worker;

    /** Timers that do what is due on their own thread. */
    public ThreadTimers(String name) {
        this(name, Runnable::run);
    }

    /**
     * Timers that only look at the clock.
     *
     * @param name the name of the thread
     * @param worker does what is due, so that nothing that waits for the disk is late for the rest
     */
    public ThreadTimers(String name, Executor worker) {
        this.worker = worker;
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        AtomicBoolean calledOff = new AtomicBoolean();
        try {
            Future<?> pending = executor.schedule(() -> due(task, calledOff), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> {
                calledOff.set(true);
                pending.cancel(false);
            };
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is begun after the end.");
            return () -> {};
        }
    }

    private void due(Runnable task, AtomicBoolean calledOff) {
        try {
            worker.execute(() -> run(task, calledOff));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is begun after the end.");
        }
    }

    private static void run(Runnable task, AtomicBoolean calledOff) {
        try {
            if (!calledOff.get()) {
                task.run();
            }
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
