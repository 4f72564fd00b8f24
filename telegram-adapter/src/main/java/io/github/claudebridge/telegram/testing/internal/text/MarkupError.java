package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;

/** The refusals of the markup parsers. */
final class MarkupError {

    private MarkupError() {}

    static ApiError of(String detail) {
        return ApiError.badRequest("can't parse entities: " + detail);
    }

    static ApiError at(String detail, int byteOffset) {
        return of(detail + " at byte offset " + byteOffset);
    }
}
