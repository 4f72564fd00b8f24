package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.words.HelpWords;
import io.github.claudebridge.telegram.conversation.words.Manual;

/** A command is not to be done as it was given; the message tells the person why, and what to do instead. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    static Refusal usage(Manual manual) {
        return new Refusal(HelpWords.usage(manual));
    }

    String told() {
        return String.valueOf(getMessage());
    }
}
