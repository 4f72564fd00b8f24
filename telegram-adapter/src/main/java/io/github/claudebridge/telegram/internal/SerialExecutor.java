package io.github.claudebridge.telegram.internal;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks one at a time, in order, on a daemon thread that exists only while there is something to do. */
public final class SerialExecutor extends ThreadPoolExecutor {

    private static final long KEEP_IDLE_SECONDS = 10;

    /**
     * @param name the name of the thread
     */
    public SerialExecutor(String name) {
        super(1, 1, KEEP_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    /**
     * Drops the tasks that wait, and waits for the one that runs; none is interrupted.
     *
     * @return whether it ended in time
     */
    public boolean stop(Duration limit) {
        shutdown();
        getQueue().clear();
        try {
            return awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
