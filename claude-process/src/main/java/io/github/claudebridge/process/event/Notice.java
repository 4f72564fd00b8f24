package io.github.claudebridge.process.event;

/**
 * A remark of the CLI for its user.
 *
 * @param level such as {@code info} or {@code warning}
 * @param text the remark
 */
public record Notice(String level, String text) implements ClaudeEvent {}
