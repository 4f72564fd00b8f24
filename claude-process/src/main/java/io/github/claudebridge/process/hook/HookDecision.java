package io.github.claudebridge.process.hook;

import io.github.claudebridge.process.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What shall happen after a hook.
 *
 * @param json the decision in the CLI's form
 */
public record HookDecision(Json json) {

    /** The turn goes on. */
    public static HookDecision proceed() {
        return new HookDecision(Json.EMPTY_OBJECT);
    }

    /** Before a tool: it is not used, and the model is told why. */
    public static HookDecision denyTool(String reason) {
        return specific(
                HookEvent.PRE_TOOL_USE, Map.of("permissionDecision", "deny", "permissionDecisionReason", reason));
    }

    /** Before a tool: it is used without asking. */
    public static HookDecision allowTool(String reason) {
        return specific(
                HookEvent.PRE_TOOL_USE, Map.of("permissionDecision", "allow", "permissionDecisionReason", reason));
    }

    /** Before a tool: it is used without asking, with another input. */
    public static HookDecision allowTool(String reason, Json input) {
        return specific(
                HookEvent.PRE_TOOL_USE,
                Map.of("permissionDecision", "allow", "permissionDecisionReason", reason, "updatedInput", input));
    }

    /** Tells the model something more; possible at a prompt, after a tool and at the start. */
    public static HookDecision addContext(HookEvent event, String text) {
        return specific(event, Map.of("additionalContext", text));
    }

    /** At a prompt: it is not sent to the model. At a stop: the model must go on. After a tool: the model is told why. */
    public static HookDecision block(String reason) {
        return new HookDecision(Json.of(Map.of("decision", "block", "reason", reason)));
    }

    /** Ends the turn. */
    public static HookDecision stopTurn(String reason) {
        return new HookDecision(Json.of(Map.of("continue", false, "stopReason", reason)));
    }

    private static HookDecision specific(HookEvent event, Map<String, ?> fields) {
        Map<String, Object> output = new LinkedHashMap<>(fields);
        output.put("hookEventName", event.wireName());
        return new HookDecision(Json.of(Map.of("hookSpecificOutput", output)));
    }
}
