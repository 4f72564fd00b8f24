package io.github.claudebridge.telegram.conversation;

/**
 * Names a chat.
 *
 * @param value the number that the chat's own system gives it
 */
public record ChatId(long value) {}
