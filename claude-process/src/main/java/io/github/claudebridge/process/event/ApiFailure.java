package io.github.claudebridge.process.event;

import java.util.OptionalInt;

/**
 * The request to the model failed for good; the result of the turn follows.
 *
 * @param text what the CLI shows to its user
 * @param error the CLI's kind of failure, such as {@code authentication_failed} or {@code rate_limit}
 * @param status the HTTP status, where there was an answer
 */
public record ApiFailure(String text, String error, OptionalInt status) implements ClaudeEvent {

    /** Whether the CLI has no valid login. */
    public boolean isLoginMissing() {
        return error.equals("authentication_failed");
    }
}
