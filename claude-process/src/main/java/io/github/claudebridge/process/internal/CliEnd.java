package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a CLI has ended.
 *
 * @param code the exit code
 * @param requested whether we ended it
 * @param fault why we ended it although its owner did not want that; null where there was no such reason
 * @param begun whether it had a session; what it says on stderr later is not about why it did not start
 * @param lastErrors its last lines on stderr
 */
record CliEnd(int code, boolean requested, @Nullable ClaudeError fault, boolean begun, List<String> lastErrors) {

    /** Whether its owner wanted it to end. */
    boolean isWanted() {
        return requested && fault == null;
    }

    /** What it means for whoever still waits for something. */
    ClaudeError error(UUID sessionId) {
        if (fault != null) {
            return fault;
        }
        if (requested) {
            return new ClaudeError.Closed();
        }
        return begun ? new ClaudeError.ProcessDied(code, lastErrors) : failedStart(sessionId);
    }

    private ClaudeError failedStart(UUID sessionId) {
        String words = String.join("\n", lastErrors);
        if (words.contains("No conversation found with session ID")) {
            return new ClaudeError.SessionNotFound(sessionId);
        }
        if (words.contains("is already in use")) {
            return new ClaudeError.SessionInUse(sessionId);
        }
        return new ClaudeError.ProcessDied(code, lastErrors);
    }
}
