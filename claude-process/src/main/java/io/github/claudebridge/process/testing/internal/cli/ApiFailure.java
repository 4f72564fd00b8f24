package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.model.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A request that the API did not answer, as the command line reports it.
 *
 * @param status HTTP status, or null where the connection broke
 * @param name what the command line calls this kind of error
 * @param text what it tells the user
 * @param retryAfterSeconds what the API asked to wait, or 0
 */
record ApiFailure(@Nullable Integer status, String name, String text, double retryAfterSeconds) {
    private static final String IN_STREAM = "error in the stream";
    private static final String NOT_A_STREAM = "not a stream";
    private static final int OVERLOADED = 529;
    private static final double LONGEST_WAIT_SECONDS = 60;

    static ApiFailure of(Fault fault) {
        if (fault instanceof Fault.Refused refused) {
            return refused(refused);
        }
        if (fault instanceof Fault.ErrorInStream) {
            return new ApiFailure(OVERLOADED, IN_STREAM, "API Error: Overloaded", 0);
        }
        if (fault instanceof Fault.NotAStream) {
            String text = "API Error: the response was no event stream (content type: text/html)";
            return new ApiFailure(null, NOT_A_STREAM, text, 0);
        }
        return new ApiFailure(null, "connection", "API Error: Unable to connect to API (ECONNRESET)", 0);
    }

    private static ApiFailure refused(Fault.Refused refused) {
        String wait = refused.retryAfterSeconds();
        String text = "API Error: " + refused.status() + " " + refused.message();
        String name = switch (refused.status()) {
            case 401, 403 -> "authentication_failed";
            case 404 -> "model_not_found";
            case 429 -> "rate_limit";
            case OVERLOADED -> "overloaded";
            default -> refused.status() >= 500 ? "server_error" : "unknown";
        };
        return new ApiFailure(refused.status(), name, text, wait == null ? 0 : Double.parseDouble(wait));
    }

    /** What the command line calls it when it gives up. */
    String finalName() {
        return switch (name) {
            case "overloaded", "connection", IN_STREAM -> "server_error";
            case NOT_A_STREAM -> "unknown";
            default -> name;
        };
    }

    /** Whether the first such failure is tried again without a word. */
    boolean isSilentlyRetried() {
        return name.equals(IN_STREAM);
    }

    boolean isOverload() {
        return status != null && status == OVERLOADED;
    }

    /** Whether another try may help. */
    boolean isWorthRetrying() {
        if (name.equals(NOT_A_STREAM)) {
            return false;
        }
        if (retryAfterSeconds > LONGEST_WAIT_SECONDS) {
            return false;
        }
        return status == null || status == 401 || status == 429 || status >= 500;
    }

    /** How many tries this kind of error gets at most. */
    int retriesOf(int configured) {
        return isOverload() ? Math.min(configured, 2) : configured;
    }
}
