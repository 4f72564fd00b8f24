package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.function.Supplier;

/** Has a subagent do something. */
final class TaskTool implements Tool {
    private final Supplier<Program> program;

    TaskTool(Supplier<Program> program) {
        this.program = program;
    }

    @Override
    public boolean isHarmless(JsonObject input) {
        return true;
    }

    @Override
    public ToolResult run(Call call) throws IOException, InterruptedException, Cancellation.Cancelled {
        Program now = program.get();
        Tasks.Task task = Tasks.Task.of(call, "local_agent");
        boolean waits = now.environment().containsKey("CLAUDE_CODE_DISABLE_BACKGROUND_TASKS")
                || Boolean.FALSE.equals(call.input().get("run_in_background"));
        if (!waits) {
            Subagent subagent = new Subagent(now, call, true, task.cancellation());
            now.tasks().startInBackground(task, subagent::run);
            return result("The subagent works in the background.");
        }
        Subagent subagent = new Subagent(now, call, false, call.cancellation());
        now.tasks().runInForeground(task, subagent::run);
        return result("Report of the subagent: " + subagent.report());
    }

    private static ToolResult result(String text) {
        return new ToolResult(Events.textBlock(text), false, JsonObject.of("content", text));
    }
}
