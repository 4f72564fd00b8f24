package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a process that works in silence from one that is stuck: a working CLI answers a question. Asks again as long as the silence
 * lasts. Thread-safe.
 */
final class SilenceGuard {

    private final Shared shared;
    private final ClaudeProcess process;
    private final Consumer<Duration> silent;
    private final Consumer<ClaudeError> stuck;
    private final AtomicLong heard = new AtomicLong();

    /**
     * @param silent told how long it has been silent, when it answers
     * @param stuck told when it does not answer
     */
    SilenceGuard(Shared shared, ClaudeProcess process, Consumer<Duration> silent, Consumer<ClaudeError> stuck) {
        this.shared = shared;
        this.process = process;
        this.silent = silent;
        this.stuck = stuck;
    }

    /** Something came. */
    void heard() {
        heard.incrementAndGet();
    }

    /** Nothing came for so long. */
    void check(Duration step) {
        check(step, step, heard.get());
    }

    private void check(Duration step, Duration silence, long heardBefore) {
        CompletableFuture<Json> unused = process.request("mcp_status", Map.of())
                .whenComplete((answer, failure) -> judge(step, silence, heardBefore, failure));
    }

    private void judge(Duration step, Duration silence, long heardBefore, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ClaudeException known && known.error() instanceof ClaudeError.RequestTimeout timeout) {
            stuck.accept(timeout);
        } else if (heard.get() == heardBefore && !process.onExit().isDone()) {
            silent.accept(silence);
            Future<?> unused =
                    shared.alarms().at(shared.clock().instant().plus(step), () -> again(step, silence, heardBefore));
        }
    }

    private void again(Duration step, Duration silence, long heardBefore) {
        boolean waits = switch (process.status()) {
            case BUSY, RETRYING, COMPACTING -> true;
            case STARTING, IDLE, WAITING_FOR_PERMISSION, CLOSED -> false;
        };
        if (waits && heard.get() == heardBefore) {
            check(step, silence.plus(step), heardBefore);
        }
    }
}
