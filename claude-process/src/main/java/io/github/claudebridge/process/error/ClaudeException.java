package io.github.claudebridge.process.error;

import org.jspecify.annotations.Nullable;

/** Carries a {@link ClaudeError}. Thrown by the library, and the cause of futures that complete exceptionally. */
public final class ClaudeException extends RuntimeException {

    private final transient ClaudeError error;

    public ClaudeException(ClaudeError error) {
        this(error, null);
    }

    public ClaudeException(ClaudeError error, @Nullable Throwable cause) {
        super(error.message() + " " + error.nextStep(), cause);
        this.error = error;
    }

    /** What went wrong. */
    public ClaudeError error() {
        return error;
    }
}
