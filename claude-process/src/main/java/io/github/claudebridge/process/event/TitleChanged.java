package io.github.claudebridge.process.event;

/**
 * The session has a new title.
 *
 * @param title the title
 */
public record TitleChanged(String title) implements ClaudeEvent {}
