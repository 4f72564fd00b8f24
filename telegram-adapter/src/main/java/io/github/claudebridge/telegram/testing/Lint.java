package io.github.claudebridge.telegram.testing;

import java.time.Instant;

/**
 * Something that the real server takes without a word but does not show as it was sent, or that a bot should not do. Immutable.
 *
 * @param at when, by the server's clock
 * @param method the method of the call
 * @param chatId the chat, or 0 when the call names none
 * @param message what is wrong
 */
public record Lint(Instant at, String method, long chatId, String message) {}
