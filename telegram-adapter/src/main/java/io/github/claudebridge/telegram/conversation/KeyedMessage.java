package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.PromptPart;

/** A message with the key that names it. Immutable. */
public record KeyedMessage(UserMessage message, DeliveryKey key) {

    PromptPart part() {
        return new PromptPart(
                key.value(), message.messageId(), message.userId(), message.text(), FileList.write(message.files()));
    }
}
