package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.event.ApiRetry;
import io.github.claudebridge.process.event.BackgroundTask;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.StatusReport;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What Claude is doing in a turn, told in one line. Not thread-safe. */
final class Work {

    /** A turn that is shorter needs no clock. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Instant began;
    private final Steps steps = new Steps();
    private final TodoList todos = new TodoList();
    private List<BackgroundTask> background = List.of();
    private String otherwise = TurnWords.STARTING;
    private Status status = Status.BUSY;

    Work(Instant began) {
        this.began = began;
    }

    Steps steps() {
        return steps;
    }

    /** What runs beside the conversation. */
    List<String> background() {
        return background.stream().map(BackgroundTask::description).toList();
    }

    void status(Status now) {
        status = now;
    }

    void on(ClaudeEvent event) {
        if (event instanceof ToolUse use) {
            steps.on(use);
            todos.on(use);
        } else if (event instanceof ToolResult result) {
            steps.on(result);
            otherwise = TurnWords.THINKING;
        } else if (event instanceof Output output && !output.isFromSubagent()) {
            otherwise = "";
        } else if (event instanceof Thinking thinking && thinking.parentToolUseId() == null) {
            otherwise = TurnWords.THINKING;
        } else if (event instanceof ApiRetry retry) {
            otherwise = TurnWords.retrying(retry.attempt(), retry.maxRetries(), retry.delay());
        } else if (event instanceof StatusReport report && report.status() != null) {
            otherwise = report.status().equals("compacting") ? TurnWords.COMPACTING : otherwise;
        } else if (event instanceof BackgroundTasks tasks) {
            background = tasks.tasks();
        } else if (event instanceof SessionInit init) {
            steps.workingIn(init.directory());
            otherwise = TurnWords.THINKING;
        }
    }

    /** What goes on at this moment; empty where the text of the answer tells it. */
    String line(Instant now) {
        String doing = doing();
        Duration turn = Duration.between(began, now);
        if (doing.isEmpty() || turn.compareTo(LONG) < 0) {
            return doing;
        }
        return TurnWords.since(doing, turn);
    }

    private String doing() {
        return switch (status) {
            case WAITING_FOR_PERMISSION -> TurnWords.WAITING;
            case COMPACTING -> TurnWords.COMPACTING;
            default -> todos.with(steps.now().isEmpty() ? otherwise : steps.now());
        };
    }
}
