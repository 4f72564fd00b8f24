package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import java.util.List;
import java.util.UUID;

/**
 * How a CLI has ended.
 *
 * @param code the exit code
 * @param requested whether we ended it
 * @param disconnected whether we ended it because it had closed its input or output
 * @param lastErrors its last lines on stderr
 */
record CliEnd(int code, boolean requested, boolean disconnected, List<String> lastErrors) {

    /** Whether its owner wanted it to end. */
    boolean isWanted() {
        return requested && !disconnected;
    }

    /** What it means for whoever still waits for something. */
    ClaudeError error(UUID sessionId) {
        String words = String.join("\n", lastErrors);
        if (disconnected) {
            return new ClaudeError.Disconnected(lastErrors);
        }
        if (requested) {
            return new ClaudeError.Closed();
        }
        if (words.contains("No conversation found with session ID")) {
            return new ClaudeError.SessionNotFound(sessionId);
        }
        if (words.contains("is already in use")) {
            return new ClaudeError.SessionInUse(sessionId);
        }
        return new ClaudeError.ProcessDied(code, lastErrors);
    }
}
