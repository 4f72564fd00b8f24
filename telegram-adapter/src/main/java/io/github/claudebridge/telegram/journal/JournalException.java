package io.github.claudebridge.telegram.journal;

import java.io.Serial;

/** The journal could not be read or written; the message names the file and the reason. */
public final class JournalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
