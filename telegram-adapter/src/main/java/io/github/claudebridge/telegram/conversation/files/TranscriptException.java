package io.github.claudebridge.telegram.conversation.files;

import java.io.Serial;

/** No text came of a voice message; the message says why, for people. */
final class TranscriptException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    TranscriptException(String message) {
        super(message);
    }
}
