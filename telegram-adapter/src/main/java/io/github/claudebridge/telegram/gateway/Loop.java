package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A thread that does one thing after the other, and its time. Everything may be called from any thread. */
interface Loop extends AutoCloseable {

    /** The time, which never goes back. */
    Instant now();

    /** Runs the task soon, after those that were given before. After {@link #close} nothing happens. */
    void execute(Runnable task);

    /** Runs the task on the loop when the time has passed. */
    void after(Duration delay, Runnable task);

    /** Runs {@code then} on the loop when the call has ended. */
    <T> void when(CompletableFuture<T> call, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then);

    /** Drops what waits; what runs now is not waited for. */
    @Override
    void close();
}
