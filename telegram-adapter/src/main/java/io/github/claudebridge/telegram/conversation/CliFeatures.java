package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Claude;
import io.github.claudebridge.process.CliVersion;
import io.github.claudebridge.process.error.ClaudeException;
import org.jspecify.annotations.Nullable;

/** What the Claude Code that is installed can do; it is asked for its version when that is first wanted. Thread-safe. */
final class CliFeatures {

    private static final CliVersion CURRENT = new CliVersion(2, 1, 330);

    private final ClaudeCommand claude;
    private @Nullable CliVersion version;

    CliFeatures(ClaudeCommand claude) {
        this.claude = claude;
    }

    /** Whether it can be told to use an edited system prompt in a session that began with another. */
    boolean followsEdits() {
        return isCurrent();
    }

    /** Whether it tells what becomes of each message, and keeps the id of each in the session's file. */
    boolean reportsMessages() {
        return isCurrent();
    }

    private synchronized boolean isCurrent() {
        try {
            if (version == null) {
                version = Claude.version(claude.words(), claude.environment());
            }
            return version.compareTo(CURRENT) >= 0;
        } catch (ClaudeException e) {
            // The start that follows tells what is wrong with the command.
            return false;
        }
    }
}
