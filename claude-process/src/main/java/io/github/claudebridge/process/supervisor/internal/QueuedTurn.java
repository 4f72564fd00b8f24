package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A prompt that waits for its process, or is with it. Outlives the process. Thread-safe. */
final class QueuedTurn implements Turn {

    private final Prompt prompt;
    private final CompletableFuture<TurnResult> result = new CompletableFuture<>();

    QueuedTurn(Prompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public UUID promptId() {
        return prompt.id();
    }

    @Override
    public CompletableFuture<TurnResult> result() {
        return result;
    }

    Prompt prompt() {
        return prompt;
    }

    void complete(TurnResult value) {
        result.complete(value);
    }

    void cancel() {
        result.cancel(false);
    }

    void fail(ClaudeError error) {
        result.completeExceptionally(new ClaudeException(error));
    }

    void fail(@Nullable Throwable failure) {
        boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
        result.completeExceptionally(
                failure == null ? new IllegalStateException() : wrapped ? failure.getCause() : failure);
    }
}
