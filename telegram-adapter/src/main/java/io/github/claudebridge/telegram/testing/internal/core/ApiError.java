package io.github.claudebridge.telegram.testing.internal.core;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, as the Bot API words it. */
public final class ApiError extends RuntimeException {

    private final int code;
    private final ObjectNode parameters = Json.object();

    public ApiError(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    /** A refusal with status 400 and the usual prefix. */
    public static ApiError badRequest(String detail) {
        return new ApiError(400, "Bad Request: " + detail);
    }

    /** A refusal with status 403 and the usual prefix. */
    public static ApiError forbidden(String detail) {
        return new ApiError(403, "Forbidden: " + detail);
    }

    /** A refusal with status 429. */
    public static ApiError tooManyRequests(long retryAfterSeconds) {
        return new ApiError(429, "Too Many Requests: retry after " + retryAfterSeconds)
                .with("retry_after", retryAfterSeconds);
    }

    /** Adds one of the response's {@code parameters}. */
    public ApiError with(String name, long value) {
        parameters.put(name, value);
        return this;
    }

    public int code() {
        return code;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    /** The response's {@code parameters}; empty when it has none. */
    public ObjectNode parameters() {
        return parameters;
    }
}
