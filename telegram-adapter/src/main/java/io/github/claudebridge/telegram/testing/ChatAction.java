package io.github.claudebridge.telegram.testing;

import java.time.Instant;
import java.util.Optional;

/**
 * One "is typing" and the like. Immutable.
 *
 * @param at when, by the server's clock
 * @param chatId the chat
 * @param threadId the topic, if one was named
 * @param action the Bot API's name of the action, such as {@code typing}
 */
public record ChatAction(Instant at, long chatId, Optional<Long> threadId, String action) {}
