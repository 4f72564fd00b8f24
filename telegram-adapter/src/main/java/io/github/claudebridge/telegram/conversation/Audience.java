package io.github.claudebridge.telegram.conversation;

/**
 * For whom a session works. Immutable.
 *
 * @param chat where it was spoken to
 * @param userId the number of the person; 0 if unknown
 */
public record Audience(ChatId chat, long userId) {}
