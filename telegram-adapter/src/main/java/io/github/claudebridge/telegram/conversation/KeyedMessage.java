package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;

/** A message with the key that names it. Immutable. */
public record KeyedMessage(UserMessage message, DeliveryKey key) {

    /** The same with another text. */
    public KeyedMessage text(String other) {
        return new KeyedMessage(message.saying(other), key);
    }

    PromptPart part() {
        return new PromptPart(
                key.value(),
                message.messageId(),
                message.userId(),
                PromptWording.of(message),
                FileList.write(message.files()));
    }
}
