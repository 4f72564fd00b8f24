package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What runs beside the conversation; its end starts a turn that nobody asked for. Thread-safe. */
final class Tasks {
    private final Events events;
    private final Inbox inbox;
    private final Map<String, Task> running = new LinkedHashMap<>();

    Tasks(Events events, Inbox inbox) {
        this.events = events;
        this.inbox = inbox;
    }

    /**
     * Something that runs for a while.
     *
     * @param id its id
     * @param toolUseId id of the call that started it
     * @param type what kind it is
     * @param description what it does
     * @param cancellation stops it
     */
    record Task(String id, String toolUseId, String type, String description, Cancellation cancellation) {

        static Task of(Tool.Call call, String type) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            return new Task(id, call.id(), type, call.input().text("description", ""), new Cancellation());
        }

        JsonObject summary() {
            return JsonObject.of("task_id", id, "task_type", type, "description", description);
        }
    }

    /** Does the work of a task. */
    interface Work {
        void run() throws IOException, InterruptedException, Cancellation.Cancelled;
    }

    /** Runs a task while the conversation waits for it. */
    void runInForeground(Task task, Work work) throws IOException, InterruptedException, Cancellation.Cancelled {
        started(task, false);
        work.run();
        ended(task, "completed");
    }

    /** Starts a task and lets the conversation go on. */
    void startInBackground(Task task, Work work) {
        synchronized (running) {
            running.put(task.id(), task);
        }
        inbox.hold();
        changed();
        started(task, true);
        Thread thread = new Thread(() -> runToEnd(task, work), "fake-claude-task");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops all tasks. */
    void stopAll() {
        all().forEach(task -> task.cancellation().cancel(false));
    }

    /** Tells which tasks run. */
    void changed() {
        List<JsonObject> summaries = all().stream().map(Task::summary).toList();
        events.system("background_tasks_changed", JsonObject.of("tasks", summaries));
    }

    private List<Task> all() {
        synchronized (running) {
            return new ArrayList<>(running.values());
        }
    }

    private void runToEnd(Task task, Work work) {
        String status = "completed";
        try {
            work.run();
        } catch (Cancellation.Cancelled e) {
            status = "stopped";
        } catch (IOException | RuntimeException e) {
            status = "failed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = "stopped";
        }
        synchronized (running) {
            running.remove(task.id());
        }
        ended(task, status);
        changed();
        inbox.add(Prompt.notification("The task \"" + task.description() + "\" has ended: " + status));
        inbox.release();
    }

    private void started(Task task, boolean inBackground) {
        events.system(
                "task_started",
                task.summary().with("tool_use_id", task.toolUseId()).with("is_backgrounded", inBackground));
    }

    private void ended(Task task, String status) {
        JsonObject patch = JsonObject.of("status", status);
        events.system("task_updated", JsonObject.of("task_id", task.id(), "patch", patch));
        events.system(
                "task_notification",
                JsonObject.of(
                        "task_id", task.id(),
                        "tool_use_id", task.toolUseId(),
                        "status", status,
                        "summary", task.description()));
    }
}
