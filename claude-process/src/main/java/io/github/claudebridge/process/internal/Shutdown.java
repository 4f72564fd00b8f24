package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.protocol.ControlChannel;
import java.time.Duration;
import java.util.Map;
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
     * Ends it, and returns when it is gone.
     *
     * @param listens whether the CLI has answered before; if not it is not asked first
     */
    void perform(boolean listens) {
        if (listens) {
            control.request("end_session", Map.of("reason", "closed by its host"), step)
                    .exceptionally(refusedOrGone -> Json.EMPTY_OBJECT);
            if (endsWithin(step)) {
                return;
            }
        }
        run.closeInput();
        if (endsWithin(listens ? step.dividedBy(2) : step.dividedBy(6))) {
            return;
        }
        run.connection().terminate();
        if (endsWithin(step)) {
            return;
        }
        run.connection().killTree();
        endsWithin(step);
    }

    private boolean endsWithin(Duration limit) {
        try {
            run.ended().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            // No time to be gentle: the caller wants its thread back, and nothing may be left alive.
            run.connection().killTree();
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
