package io.github.claudebridge.telegram.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs what may last, side by side, on daemon threads that exist only while there is something to do. Thread-safe. */
public final class WorkThreads implements Executor, AutoCloseable {

    private static final int MOST = 8;
    private static final long KEEP_IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    /**
     * @param name the beginning of the names of the threads
     */
    public WorkThreads(String name) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                MOST, MOST, KEEP_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Takes nothing more. What runs is interrupted, and not waited for. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
