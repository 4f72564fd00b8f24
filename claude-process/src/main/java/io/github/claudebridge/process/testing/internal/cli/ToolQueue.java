package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one reply. Each starts as soon as it has been streamed, unless one runs that must be alone; results
 * are reported as they come. Thread-safe.
 */
final class ToolQueue {
    private final ToolRound round;
    private final String promptId;
    private final Reporter reporter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Call> calls = new ArrayList<>();

    ToolQueue(ToolRound round, String promptId, Reporter reporter) {
        this.round = round;
        this.promptId = promptId;
        this.reporter = reporter;
    }

    /** Reports a result. */
    interface Reporter {
        void report(JsonObject resultBlock, @Nullable Object detail);
    }

    private static final class Call {
        private final JsonObject toolUse;
        private final boolean alone;
        private final CountDownLatch begun = new CountDownLatch(1);
        private @Nullable JsonObject result;
        private @Nullable Exception failure;

        Call(JsonObject toolUse, boolean alone) {
            this.toolUse = toolUse;
            this.alone = alone;
        }

        boolean isOver() {
            return result != null || failure != null;
        }
    }

    /** Adds a call; returns when it has begun, or waits for another one. */
    void add(JsonObject toolUse) throws InterruptedException {
        Call call = new Call(toolUse, !round.isHarmless(toolUse));
        lock.lock();
        try {
            calls.add(call);
        } finally {
            lock.unlock();
        }
        Thread thread = new Thread(() -> run(call), "fake-claude-tool");
        thread.setDaemon(true);
        thread.start();
        call.begun.await();
    }

    /** Cancels calls that run, if any do, and waits a moment for their results. */
    void stop(Cancellation cancellation) {
        lock.lock();
        try {
            boolean idle = calls.stream().allMatch(Call::isOver);
            if (idle) {
                return;
            }
        } finally {
            lock.unlock();
        }
        cancellation.cancel(false);
        awaitEnd();
    }

    private void awaitEnd() {
        long left = TimeUnit.SECONDS.toNanos(1);
        lock.lock();
        try {
            while (left > 0 && !calls.stream().allMatch(Call::isOver)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for all results, in the order of the calls. */
    List<JsonObject> results() throws InterruptedException, IOException {
        lock.lock();
        try {
            List<JsonObject> results = new ArrayList<>();
            for (Call call : calls) {
                while (!call.isOver()) {
                    changed.await();
                }
                if (call.failure != null) {
                    throw new IOException("a tool failed", call.failure);
                }
                if (call.result != null) {
                    results.add(call.result);
                }
            }
            return results;
        } finally {
            lock.unlock();
        }
    }

    private void run(Call call) {
        try {
            awaitTurn(call);
            ToolResult result = round.perform(call.toolUse, promptId, call.begun::countDown);
            JsonObject block = result.block(call.toolUse.text("id", ""));
            reporter.report(block, result.detail());
            finish(call, block, null);
        } catch (IOException | RuntimeException e) {
            finish(call, null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(call, null, e);
        }
        call.begun.countDown();
    }

    private void awaitTurn(Call call) throws InterruptedException {
        lock.lock();
        try {
            while (isBlocked(call)) {
                call.begun.countDown();
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isBlocked(Call call) {
        return calls.subList(0, calls.indexOf(call)).stream()
                .anyMatch(earlier -> !earlier.isOver() && (earlier.alone || call.alone));
    }

    private void finish(Call call, @Nullable JsonObject result, @Nullable Exception failure) {
        lock.lock();
        try {
            call.result = result;
            call.failure = failure;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
