package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;

/**
 * Something about a task changed.
 *
 * @param taskId the task
 * @param patch the changed fields
 */
public record TaskUpdated(String taskId, Json patch) implements ClaudeEvent {}
