package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A prompt on its way. Its state is guarded by the {@link TurnBook} that holds it. */
final class OpenTurn implements Turn {

    private final Prompt prompt;
    private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
    private boolean started;

    OpenTurn(Prompt prompt) {
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

    boolean isStarted() {
        return started;
    }

    void markStarted() {
        started = true;
    }

    boolean isNamed(String messageId) {
        return prompt.id().toString().equals(messageId);
    }
}
