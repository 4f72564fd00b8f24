package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;

/**
 * A button that was pressed below a question of a command. Immutable.
 *
 * @param chat where the question stands
 * @param userId the number of the person
 * @param subject what the question is about, as the command said when it asked
 * @param choice the {@link io.github.claudebridge.telegram.conversation.Choice#id} of the button
 * @param question the key of the question
 */
public record Press(ChatId chat, long userId, String subject, String choice, DeliveryKey question) {

    /** Names what comes of the press. */
    DeliveryKey key() {
        return question.with("chosen");
    }
}
