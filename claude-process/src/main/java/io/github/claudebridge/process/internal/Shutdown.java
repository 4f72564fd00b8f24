package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.ControlChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a run step by step, each step only when the one before did not help. */
final class Shutdown {

    private final CliRun run;
    private final ControlChannel control;
    private final Duration step;

    Shutdown(CliRun run, ControlChannel control, Duration step) {
        this.run = run;
        this.control = control;
        this.step = step;
    }

    /**
     * Ends it, and returns when it is gone or nothing has helped.
     *
     * @param listens whether the CLI has answered before; if not it is not asked first
     * @return whether it is gone
     */
    boolean perform(boolean listens) {
        try {
            if ((listens && endsWhenAsked()) || endsWhenMade(listens)) {
                return true;
            }
        } catch (InterruptedException e) {
            // No time to be gentle: the caller wants its thread back, and nothing may be left alive.
            Thread.currentThread().interrupt();
        }
        run.connection().killTree();
        return run.ended()
                .thenApply(code -> true)
                .completeOnTimeout(false, step.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean endsWhenAsked() throws InterruptedException {
        CompletableFuture<Void> refused = new CompletableFuture<>();
        CompletableFuture<Json> unused = control.request("end_session", Map.of("reason", "closed by its host"), step)
                .whenComplete((granted, refusal) -> {
                    if (refusal != null) {
                        refused.complete(null);
                    }
                });
        return endsWithin(step, refused);
    }

    private boolean endsWhenMade(boolean listens) throws InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();
        run.closeInput();
        if (endsWithin(listens ? step.dividedBy(2) : step.dividedBy(6), never)) {
            return true;
        }
        run.connection().terminate();
        return endsWithin(step, never);
    }

    private boolean endsWithin(Duration limit, CompletableFuture<Void> noUseWaiting) throws InterruptedException {
        try {
            CompletableFuture.anyOf(run.ended(), noUseWaiting).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        return run.ended().isDone();
    }
}
