package io.github.claudebridge.process.supervisor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Those who wait for the same thing. Not thread-safe; completes futures on the pool. */
final class Waiters<T> {

    private final Executor pool;
    private List<CompletableFuture<T>> waiting = new ArrayList<>(0);

    Waiters(Executor pool) {
        this.pool = pool;
    }

    CompletableFuture<T> add() {
        CompletableFuture<T> waiter = new CompletableFuture<>();
        waiting.add(waiter);
        return waiter;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void complete(T value) {
        settle(waiter -> waiter.complete(value));
    }

    void fail(Throwable failure) {
        settle(waiter -> waiter.completeExceptionally(failure));
    }

    private void settle(Consumer<CompletableFuture<T>> how) {
        List<CompletableFuture<T>> settled = waiting;
        waiting = new ArrayList<>(0);
        if (!settled.isEmpty()) {
            pool.execute(() -> settled.forEach(how));
        }
    }
}
