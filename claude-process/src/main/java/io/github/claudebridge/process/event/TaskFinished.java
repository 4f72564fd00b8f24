package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * A task has ended. A turn that nobody asked for usually follows.
 *
 * @param taskId the task
 * @param status such as {@code completed}, {@code failed} or {@code stopped}
 * @param summary for people
 * @param outputFile where its output lies; null where there is none
 */
public record TaskFinished(
        String taskId,
        String status,
        String summary,
        @Nullable String outputFile) implements ClaudeEvent {}
