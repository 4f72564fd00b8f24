package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a failure means for the life of a process. */
final class Crashes {

    private Crashes() {}

    /** Whether another try may help: the failure lies in the moment, not in what was asked for. */
    static boolean isWorthAnotherTry(ClaudeError error) {
        return error instanceof ClaudeError.SpawnFailed
                || error instanceof ClaudeError.StartTimeout
                || error instanceof ClaudeError.ProcessDied
                || error instanceof ClaudeError.Disconnected;
    }

    /** Whether a turn failed because its process is gone. */
    static boolean tookProcess(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ClaudeException known
                && (known.error() instanceof ClaudeError.ProcessDied
                        || known.error() instanceof ClaudeError.Disconnected
                        || known.error() instanceof ClaudeError.Closed
                        || known.error() instanceof ClaudeError.SessionNotFound
                        || known.error() instanceof ClaudeError.SessionInUse);
    }
}
