package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has tool calls of one turn done, or refused. Thread-safe. */
final class ToolRound {
    private final Program program;
    private final Cancellation cancellation;
    private final Permissions permissions;
    private final List<JsonObject> denials = new CopyOnWriteArrayList<>();

    ToolRound(Program program, Cancellation cancellation) {
        this.program = program;
        this.cancellation = cancellation;
        this.permissions = new Permissions(program.session(), program.events(), program.arguments());
    }

    /** The calls that were refused so far, as a result lists them. */
    List<JsonObject> denials() {
        return List.copyOf(denials);
    }

    /** Whether a call may run beside others. */
    boolean isHarmless(JsonObject toolUse) {
        Optional<Tool> tool = program.toolbox().find(toolUse.text("name", ""));
        return tool.isPresent() && tool.get().isHarmless(toolUse.object("input"));
    }

    /**
     * Does one call.
     *
     * @param promptId id of the message of the user that led to it
     * @param begun called as soon as it is known what the call waits for
     */
    ToolResult perform(JsonObject toolUse, String promptId, Runnable begun) throws IOException, InterruptedException {
        String name = toolUse.text("name", "");
        Optional<Tool> tool = program.toolbox().find(name);
        if (tool.isEmpty()) {
            return ToolResult.error("There is no tool named " + name);
        }
        try {
            cancellation.check();
            Optional<String> forbidden = forbiddenByHook(toolUse);
            if (forbidden.isPresent()) {
                deny(toolUse);
                return ToolResult.error(forbidden.get());
            }
            ToolResult result = allowed(toolUse, tool.get(), promptId, begun);
            callHooks("PostToolUse", toolUse);
            return result;
        } catch (Cancellation.Cancelled e) {
            return ToolResult.rejected();
        }
    }

    private ToolResult allowed(JsonObject toolUse, Tool tool, String promptId, Runnable begun)
            throws IOException, InterruptedException, Cancellation.Cancelled {
        String name = toolUse.text("name", "");
        JsonObject input = tool.normalised(toolUse.object("input"));
        Permissions.Decision decision = permissions.decide(name, tool, input);
        if (decision == Permissions.Decision.ASK && program.hostAnswers()) {
            return asked(toolUse, tool, promptId, begun);
        }
        if (decision != Permissions.Decision.ALLOW) {
            return denied(toolUse);
        }
        begun.run();
        return tool.run(new Tool.Call(toolUse.text("id", ""), input, promptId, cancellation));
    }

    private ToolResult denied(JsonObject toolUse) {
        String why = toolUse.text("name") + " needs a permission that was not given";
        deny(toolUse);
        program.events()
                .system(
                        "permission_denied",
                        JsonObject.of(
                                "tool_name", toolUse.text("name"),
                                "tool_use_id", toolUse.text("id"),
                                "message", why));
        return ToolResult.error(why);
    }

    private ToolResult asked(JsonObject toolUse, Tool tool, String promptId, Runnable begun)
            throws IOException, InterruptedException, Cancellation.Cancelled {
        CompletableFuture<HostCalls.Answer> pending =
                program.host().ask(PermissionQuestion.of(toolUse, tool), cancellation);
        begun.run();
        HostCalls.Answer answer;
        try {
            answer = HostCalls.await(pending);
        } catch (Cancellation.Cancelled e) {
            deny(toolUse);
            throw e;
        }
        JsonObject response = answer.response();
        if (response.text("behavior", "").equals("allow")) {
            JsonObject input = response.has("updatedInput") ? response.object("updatedInput") : toolUse.object("input");
            ToolResult result = tool.run(new Tool.Call(toolUse.text("id", ""), input, promptId, cancellation));
            permissions.update(response.objects("updatedPermissions"));
            return result;
        }
        deny(toolUse);
        if (response.flag("interrupt")) {
            cancellation.cancel(false);
            return ToolResult.rejected();
        }
        return ToolResult.error(
                answer.error() != null ? answer.error() : response.text("message", "the answer was not understood"));
    }

    private Optional<String> forbiddenByHook(JsonObject toolUse) throws Cancellation.Cancelled, InterruptedException {
        return callHooks("PreToolUse", toolUse).stream()
                .map(answer -> answer.object("hookSpecificOutput"))
                .filter(output -> output.text("permissionDecision", "").equals("deny"))
                .map(output -> "A hook forbids it: " + output.text("permissionDecisionReason", "no reason given"))
                .findFirst();
    }

    private List<JsonObject> callHooks(String event, JsonObject toolUse)
            throws Cancellation.Cancelled, InterruptedException {
        JsonObject fields = JsonObject.of(
                "tool_name", toolUse.text("name"),
                "tool_input", toolUse.object("input"),
                "tool_use_id", toolUse.text("id"));
        return program.hooks().call(event, fields, toolUse.text("id", ""), cancellation);
    }

    private void deny(JsonObject toolUse) {
        denials.add(JsonObject.of(
                "tool_name", toolUse.text("name"),
                "tool_use_id", toolUse.text("id"),
                "tool_input", toolUse.object("input")));
    }
}
