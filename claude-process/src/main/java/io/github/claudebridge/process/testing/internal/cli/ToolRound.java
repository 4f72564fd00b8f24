package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the tool calls of one reply done, or refused, and reports what came of each. */
final class ToolRound {
    private static final String REJECTED =
            "The user doesn't want to proceed with this tool use. The tool use was rejected.";

    private final Events events;
    private final HostCalls host;
    private final Toolbox toolbox;
    private final Permissions permissions;
    private final boolean hostAnswers;
    private final List<JsonObject> denials = new ArrayList<>();

    ToolRound(Events events, HostCalls host, Toolbox toolbox, Permissions permissions, boolean hostAnswers) {
        this.events = events;
        this.host = host;
        this.toolbox = toolbox;
        this.permissions = permissions;
        this.hostAnswers = hostAnswers;
    }

    /** The calls that were refused so far, as a result lists them. */
    List<JsonObject> denials() {
        return denials;
    }

    /** Does one call. */
    ToolResult perform(JsonObject toolUse, Cancellation cancellation) throws IOException, InterruptedException {
        String name = toolUse.text("name", "");
        JsonObject input = toolUse.object("input");
        Optional<Tool> tool = toolbox.find(name);
        if (tool.isEmpty()) {
            return ToolResult.error("No such tool available: " + name);
        }
        try {
            cancellation.check();
            return switch (permissions.decide(name, tool.get(), input)) {
                case ALLOW -> tool.get().run(input, cancellation);
                case DENY -> denied(toolUse, "Permission to use " + name + " has been denied.");
                case ASK ->
                    hostAnswers ? asked(toolUse, tool.get(), cancellation) : denied(toolUse, name + " needs approval.");
            };
        } catch (Cancellation.Cancelled e) {
            return new ToolResult(REJECTED, true, "User rejected tool use");
        }
    }

    private ToolResult denied(JsonObject toolUse, String why) {
        deny(toolUse);
        events.system(
                "permission_denied",
                JsonObject.of(
                        "tool_name", toolUse.text("name"),
                        "tool_use_id", toolUse.text("id"),
                        "message", why));
        return ToolResult.error(why);
    }

    private ToolResult asked(JsonObject toolUse, Tool tool, Cancellation cancellation)
            throws IOException, InterruptedException, Cancellation.Cancelled {
        HostCalls.Answer answer = host.ask(question(toolUse, tool), cancellation);
        JsonObject response = answer.response();
        if (response.text("behavior", "").equals("allow")) {
            JsonObject input = response.has("updatedInput") ? response.object("updatedInput") : toolUse.object("input");
            return tool.run(input, cancellation);
        }
        deny(toolUse);
        if (response.flag("interrupt")) {
            cancellation.cancel(false);
        }
        String why =
                answer.error() != null ? answer.error() : response.text("message", "the answer was not understood");
        return ToolResult.error(why);
    }

    private static JsonObject question(JsonObject toolUse, Tool tool) {
        String name = toolUse.text("name", "");
        JsonObject input = toolUse.object("input");
        JsonObject question =
                JsonObject.of("subtype", "can_use_tool", "tool_name", name, "display_name", name, "input", input);
        if (input.has("description")) {
            question.with("description", input.get("description"));
        }
        if (tool instanceof UserTool) {
            question.with("requires_user_interaction", true);
        } else {
            JsonObject mode = JsonObject.of("type", "setMode", "mode", "acceptEdits", "destination", "session");
            question.with("permission_suggestions", List.of(mode));
        }
        return question.with("tool_use_id", toolUse.text("id"));
    }

    private void deny(JsonObject toolUse) {
        denials.add(JsonObject.of(
                "tool_name", toolUse.text("name"),
                "tool_use_id", toolUse.text("id"),
                "tool_input", toolUse.object("input")));
    }
}
