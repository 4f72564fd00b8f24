package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.TaskProgress;
import io.github.claudebridge.process.event.TaskStarted;
import io.github.claudebridge.process.event.TaskUpdated;
import io.github.claudebridge.process.json.JsonSlice;
import java.util.ArrayList;
import java.util.List;

/** Reads what the CLI says about background tasks and subagents. */
final class TaskDecoder {

    private TaskDecoder() {}

    static ClaudeEvent decode(JsonSlice line) {
        String task = line.text("task_id");
        return switch (line.text("subtype")) {
            case "background_tasks_changed" -> all(line.at("tasks"));
            case "task_started" ->
                new TaskStarted(
                        task, line.at("tool_use_id").text(), line.text("description"), line.isTrue("is_backgrounded"));
            case "task_progress" ->
                new TaskProgress(
                        task,
                        line.text("description"),
                        line.at("last_tool_name").text());
            case "task_updated" -> new TaskUpdated(task, line.at("patch").json());
            case "task_notification" ->
                new TaskFinished(
                        task,
                        line.text("status"),
                        line.text("summary"),
                        line.at("output_file").text());
            default -> LineDecoder.unknown(line);
        };
    }

    private static BackgroundTasks all(JsonSlice tasks) {
        List<BackgroundTask> all = new ArrayList<>();
        for (JsonSlice task : tasks.elements()) {
            all.add(new BackgroundTask(task.text("task_id"), task.text("task_type"), task.text("description")));
        }
        return new BackgroundTasks(all);
    }
}
