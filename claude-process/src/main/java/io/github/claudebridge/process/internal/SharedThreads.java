package io.github.claudebridge.process.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for callbacks, shared by all processes: one is busy only while a callback runs. */
public final class SharedThreads {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Runs callbacks. */
    public static final Executor CALLBACKS =
            Executors.newCachedThreadPool(task -> daemon(task, "claude-callback-" + NUMBER.incrementAndGet()));

    private SharedThreads() {}

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
