package io.github.claudebridge.process.testing.internal.json;

import java.io.IOException;

/** A text is not the JSON that was expected. */
public final class JsonSyntaxException extends IOException {
    private static final long serialVersionUID = 1;

    JsonSyntaxException(String message) {
        super(message);
    }

    JsonSyntaxException(String message, Throwable cause) {
        super(message, cause);
    }
}
