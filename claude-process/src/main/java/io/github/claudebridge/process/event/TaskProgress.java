package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * A task goes on.
 *
 * @param taskId the task
 * @param description what it does now
 * @param lastTool the tool that it used last; null where it used none
 */
public record TaskProgress(
        String taskId, String description, @Nullable String lastTool) implements ClaudeEvent {}
