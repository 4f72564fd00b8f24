package io.github.claudebridge.process;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A prompt that was sent, and what becomes of it. Thread-safe. */
public interface Turn {

    /** The id of the prompt. */
    UUID promptId();

    /**
     * How it ended. Completes normally for every end that the CLI reports, failed ones included; exceptionally with a
     * {@link io.github.claudebridge.process.error.ClaudeException} when the process died or never took the prompt. The callbacks of the
     * turn have returned by then, unless one of them takes longer than five seconds.
     */
    CompletableFuture<TurnResult> result();
}
