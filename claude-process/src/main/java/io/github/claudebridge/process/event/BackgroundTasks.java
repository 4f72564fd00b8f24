package io.github.claudebridge.process.event;

import java.util.List;

/**
 * The full set of tasks that run in the background now; it replaces the one before.
 *
 * @param tasks the tasks, empty when the last one has ended
 */
public record BackgroundTasks(List<BackgroundTask> tasks) implements ClaudeEvent {

    public BackgroundTasks {
        tasks = List.copyOf(tasks);
    }
}
