package io.github.claudebridge.process.event;

/**
 * The CLI denied a tool without asking anyone.
 *
 * @param toolName the tool
 * @param toolUseId its use
 * @param message the reason, for people
 */
public record PermissionDenied(String toolName, String toolUseId, String message) implements ClaudeEvent {}
