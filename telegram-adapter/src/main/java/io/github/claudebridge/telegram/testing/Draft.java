package io.github.claudebridge.telegram.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The text that a bot shows while it still writes. Immutable.
 *
 * @param chatId the chat
 * @param threadId the topic, if it stands in one
 * @param draftId the bot's number for it; never 0
 * @param text what it shows; empty for the server's own "Thinking…"
 * @param entities the formatting of {@code text}
 * @param canStop whether people see a stop button
 * @param keepOnStop whether it stays for a while after a stop
 * @param updatedAt when the bot last sent it, by the server's clock; it vanishes 30 seconds later
 */
public record Draft(
        long chatId,
        Optional<Long> threadId,
        long draftId,
        String text,
        List<TextEntity> entities,
        boolean canStop,
        boolean keepOnStop,
        Instant updatedAt) {}
