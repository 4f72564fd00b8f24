package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.TaskProgress;
import io.github.claudebridge.process.event.TaskStarted;
import io.github.claudebridge.process.event.TaskUpdated;
import java.util.ArrayList;
import java.util.List;

/** Reads what the CLI says about background tasks and subagents. */
final class TaskDecoder {

    private TaskDecoder() {}

    static ClaudeEvent decode(JsonNode line) {
        String task = Wire.text(line, "task_id");
        return switch (Wire.text(line, "subtype")) {
            case "background_tasks_changed" -> all(line.path("tasks"));
            case "task_started" ->
                new TaskStarted(
                        task,
                        Wire.textOrNull(line, "tool_use_id"),
                        Wire.text(line, "description"),
                        line.path("is_backgrounded").asBoolean(false));
            case "task_progress" ->
                new TaskProgress(task, Wire.text(line, "description"), Wire.textOrNull(line, "last_tool_name"));
            case "task_updated" -> new TaskUpdated(task, Wire.json(line.path("patch")));
            case "task_notification" ->
                new TaskFinished(
                        task,
                        Wire.text(line, "status"),
                        Wire.text(line, "summary"),
                        Wire.textOrNull(line, "output_file"));
            default -> LineDecoder.unknown(line);
        };
    }

    private static BackgroundTasks all(JsonNode tasks) {
        List<BackgroundTask> all = new ArrayList<>(tasks.size());
        for (JsonNode task : tasks) {
            all.add(new BackgroundTask(
                    Wire.text(task, "task_id"), Wire.text(task, "task_type"), Wire.text(task, "description")));
        }
        return new BackgroundTasks(all);
    }
}
