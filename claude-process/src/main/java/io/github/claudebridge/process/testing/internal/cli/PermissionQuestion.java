package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;

/** The question to the host whether a tool may be used. */
final class PermissionQuestion {
    private PermissionQuestion() {}

    static JsonObject of(JsonObject toolUse, Tool tool) {
        String name = toolUse.text("name", "");
        JsonObject input = tool.asked(tool.normalised(toolUse.object("input")));
        JsonObject question =
                JsonObject.of("subtype", "can_use_tool", "tool_name", name, "display_name", name, "input", input);
        if (input.has("description")) {
            question.with("description", input.get("description"));
        }
        if (tool instanceof UserTool || tool instanceof PlanTool) {
            question.with("requires_user_interaction", true);
        } else {
            question.with("permission_suggestions", suggestions(name, input, tool));
        }
        return question.with("tool_use_id", toolUse.text("id"));
    }

    private static List<JsonObject> suggestions(String name, JsonObject input, Tool tool) {
        JsonObject mode = JsonObject.of("type", "setMode", "mode", "acceptEdits", "destination", "session");
        if (!input.has("command")) {
            return tool.isEdit(input) ? List.of(mode) : List.of(rule(JsonObject.of("toolName", name)));
        }
        JsonObject rule = rule(JsonObject.of("toolName", name, "ruleContent", input.text("command")));
        return tool.isEdit(input) ? List.of(rule, mode) : List.of(rule);
    }

    private static JsonObject rule(JsonObject rule) {
        return JsonObject.of(
                "type", "addRules", "rules", List.of(rule), "behavior", "allow", "destination", "localSettings");
    }
}
