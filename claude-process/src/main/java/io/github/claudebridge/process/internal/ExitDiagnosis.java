package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.error.ClaudeError;
import java.util.List;
import java.util.UUID;

/** Makes sense of the end of a CLI that was not told to end. */
final class ExitDiagnosis {

    private ExitDiagnosis() {}

    static ClaudeError of(int exitCode, List<String> lastErrors, UUID sessionId) {
        String words = String.join("\n", lastErrors);
        if (words.contains("No conversation found with session ID")) {
            return new ClaudeError.SessionNotFound(sessionId);
        }
        if (words.contains("is already in use")) {
            return new ClaudeError.SessionInUse(sessionId);
        }
        return new ClaudeError.ProcessDied(exitCode, lastErrors);
    }
}
