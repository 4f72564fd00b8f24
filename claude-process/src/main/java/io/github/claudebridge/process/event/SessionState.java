package io.github.claudebridge.process.event;

/**
 * Whether the CLI works at all, where it was asked to say so.
 *
 * @param state {@code running} or {@code idle}
 */
public record SessionState(String state) implements ClaudeEvent {}
