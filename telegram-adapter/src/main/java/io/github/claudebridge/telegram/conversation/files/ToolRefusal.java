package io.github.claudebridge.telegram.conversation.files;

import java.io.Serial;

/** A tool did not do what Claude wanted; the message is for Claude. */
final class ToolRefusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    ToolRefusal(String message) {
        super(message);
    }
}
