package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.transport.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a command in a terminal step by step, each step only when the one before did not help. Thread-safe. */
final class Closing {

    private final Connection connection;
    private final PtyConnection pty;
    private final Duration step;

    Closing(Connection connection, PtyConnection pty, Duration step) {
        this.connection = connection;
        this.pty = pty;
        this.step = step;
    }

    /** Returns when it is gone with all that it started, or nothing has helped. */
    synchronized void perform() {
        connection.terminate();
        if (!endsInTime()) {
            pty.hangUp();
            endsInTime();
        }
        // Also when it has ended: what it started may have sessions of their own, which neither signal reaches.
        connection.killTree();
        endsInTime();
    }

    private boolean endsInTime() {
        CompletableFuture<Boolean> exit = connection.onExit().thenApply(code -> true);
        return exit.completeOnTimeout(false, step.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
