package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.protocol.MessageEncoder;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A prompt on its way. Its state is guarded by the {@link TurnBook} that holds it. */
final class OpenTurn implements Turn {

    private static final byte[] HANDED_OVER = new byte[0];

    private final UUID id;
    private volatile byte[] line;
    private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
    private boolean started;

    /**
     * @param id names the prompt
     * @param line what the CLI is sent
     */
    OpenTurn(UUID id, byte[] line) {
        this.id = id;
        this.line = line;
    }

    /** A prompt, written out. Takes a while for a large one, so not under a lock. */
    static OpenTurn of(Prompt prompt) {
        return new OpenTurn(prompt.id(), new MessageEncoder().userMessage(prompt.id(), prompt.content()));
    }

    @Override
    public UUID promptId() {
        return id;
    }

    @Override
    public CompletableFuture<TurnResult> result() {
        return result;
    }

    /** What the CLI is sent; empty once it was. */
    byte[] line() {
        return line;
    }

    /** Lets go of the line, which may be large: whoever keeps the turn does not need it. */
    void handedOver() {
        line = HANDED_OVER;
    }

    boolean isStarted() {
        return started;
    }

    void markStarted() {
        started = true;
    }
}
