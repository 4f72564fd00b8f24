package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * A task has begun: a subagent or a long command.
 *
 * @param taskId names it in {@code stopTask}
 * @param toolUseId the tool use that started it; null where there is none
 * @param description for people
 * @param background whether it runs beside the conversation
 */
public record TaskStarted(String taskId, @Nullable String toolUseId, String description, boolean background)
        implements ClaudeEvent {}
