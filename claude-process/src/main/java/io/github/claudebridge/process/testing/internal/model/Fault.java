package io.github.claudebridge.process.testing.internal.model;

import org.jspecify.annotations.Nullable;

/** What goes wrong with a reply on its way. */
public sealed interface Fault {

    /**
     * The request is refused.
     *
     * @param status HTTP status, at least 400
     * @param retryAfterSeconds what the server asks the client to wait, if it says so
     */
    record Refused(int status, @Nullable String retryAfterSeconds) implements Fault {

        /** The name that the Messages API has for an error of this status. */
        public String type() {
            return switch (status) {
                case 400 -> "invalid_request_error";
                case 401 -> "authentication_error";
                case 402 -> "billing_error";
                case 403 -> "permission_error";
                case 404 -> "not_found_error";
                case 413 -> "request_too_large";
                case 429 -> "rate_limit_error";
                case 529 -> "overloaded_error";
                default -> "api_error";
            };
        }

        /** The message that goes with it. */
        public String message() {
            return "fake " + type() + " (" + status + ")";
        }
    }

    /** The stream starts well and then carries an error event. */
    record ErrorInStream() implements Fault {}

    /** After the first delta nothing comes any more. */
    record Silence() implements Fault {}

    /** After the first delta the connection is cut. */
    record Cut() implements Fault {}

    /** The answer is no event stream at all. */
    record NotAStream() implements Fault {}
}
