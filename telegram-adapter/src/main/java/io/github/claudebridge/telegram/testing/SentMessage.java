package io.github.claudebridge.telegram.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as people see it now: edits are applied, deleted messages are gone. Immutable.
 *
 * @param chatId the chat
 * @param messageId its number in the chat
 * @param threadId the topic, if it stands in one
 * @param sentAt when it was sent, in whole seconds of the server's clock
 * @param editedAt when it was last edited, if it was
 * @param text its text, or the caption of its file
 * @param entities the formatting of {@code text}, ordered, as the server kept it
 * @param buttons the rows of its inline keyboard
 * @param file its file, if it has one
 * @param replyTo the message it answers, if it answers one
 * @param albumId the album it belongs to, if it does
 * @param silent whether it came without a sound
 */
public record SentMessage(
        long chatId,
        long messageId,
        Optional<Long> threadId,
        Instant sentAt,
        Optional<Instant> editedAt,
        String text,
        List<TextEntity> entities,
        List<List<Button>> buttons,
        Optional<SentFile> file,
        Optional<Long> replyTo,
        Optional<String> albumId,
        boolean silent) {

    /** The stretch of text under an entity. */
    public String covered(TextEntity entity) {
        return text.substring(entity.offset(), entity.end());
    }

    /** The first button with this text, if there is one. */
    public Optional<Button> button(String buttonText) {
        return buttons.stream()
                .flatMap(List::stream)
                .filter(button -> button.text().equals(buttonText))
                .findFirst();
    }
}
