package io.github.claudebridge.process.event;

/**
 * The history was dropped by {@code /clear}. The id named here is not the one to resume; that one comes with the next
 * {@link SessionInit} or {@link ResultMessage}.
 *
 * @param announcedId the id that the CLI announces
 * @param trigger what caused it
 */
public record ConversationReset(String announcedId, String trigger) implements ClaudeEvent {}
