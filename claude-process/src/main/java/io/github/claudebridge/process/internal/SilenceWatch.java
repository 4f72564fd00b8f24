package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Notices when a turn has gone silent, and says so once for each silence. Thread-safe. */
final class SilenceWatch {

    private final Duration limit;
    private final BooleanSupplier working;
    private final Consumer<ClaudeError> report;
    private final AtomicLong heardAt = new AtomicLong();
    private final AtomicBoolean watching = new AtomicBoolean();

    /**
     * @param limit how long silence is normal
     * @param working whether anything is to be expected
     * @param report takes the error
     */
    SilenceWatch(Duration limit, BooleanSupplier working, Consumer<ClaudeError> report) {
        this.limit = limit;
        this.working = working;
        this.report = report;
    }

    /** Something came, or something began that lets expect something. Cheap: called for every event. */
    void heard() {
        heardAt.set(System.nanoTime());
        if (watching.compareAndSet(false, true)) {
            lookAfter(limit.toNanos());
        }
    }

    /** What waits in the timer does not keep an ended CLI, with all it has said, in memory. */
    private void lookAfter(long nanos) {
        WeakReference<SilenceWatch> watch = new WeakReference<>(this);
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, SharedThreads.CALLBACKS)
                .execute(() -> {
                    SilenceWatch alive = watch.get();
                    if (alive != null) {
                        alive.look();
                    }
                });
    }

    private void look() {
        long left = limit.toNanos() - (System.nanoTime() - heardAt.get());
        if (!working.getAsBoolean()) {
            watching.set(false);
        } else if (left > 0) {
            lookAfter(left);
        } else {
            watching.set(false);
            report.accept(new ClaudeError.Silent(limit));
        }
    }
}
