package io.github.claudebridge.process.event;

/**
 * A hook from the settings was started.
 *
 * @param hookId joins this to its {@link HookFinished}
 * @param name for people
 * @param event the hook event, such as {@code PreToolUse}
 */
public record HookStarted(String hookId, String name, String event) implements ClaudeEvent {}
