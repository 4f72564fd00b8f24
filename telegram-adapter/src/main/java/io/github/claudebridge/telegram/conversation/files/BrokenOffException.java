package io.github.claudebridge.telegram.conversation.files;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** A download ended before it was complete; tells the trouble of the sender's side from that of the disk. */
final class BrokenOffException extends UncheckedIOException {

    @Serial
    private static final long serialVersionUID = 1;

    BrokenOffException(IOException cause) {
        super(cause);
    }
}
