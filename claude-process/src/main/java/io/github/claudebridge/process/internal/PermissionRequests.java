package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.permission.PermissionRequest;
import io.github.claudebridge.process.permission.PermissionRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The wire form of permission requests and decisions. */
final class PermissionRequests {

    private PermissionRequests() {}

    /**
     * @param called what the model calls the tool with, as far as that is known: the CLI hands a plan over only if it found it in a file
     */
    static PermissionRequest read(
            String id, Json body, Function<String, Optional<Json>> called, CompletionStage<Void> withdrawn) {
        Json input = body.get("input").orElse(Json.EMPTY_OBJECT);
        return new PermissionRequest(
                id,
                text(body, "tool_name"),
                body.string("display_name").orElse(text(body, "tool_name")),
                input,
                text(body, "description"),
                body.get("permission_suggestions").map(Json::elements).orElse(List.of()).stream()
                        .map(PermissionRule::new)
                        .toList(),
                body.string("blocked_path").orElse(null),
                text(body, "decision_reason"),
                text(body, "tool_use_id"),
                body.string("agent_id").orElse(null),
                body.isTrue("requires_user_interaction"),
                isPlan(text(body, "tool_name"))
                        ? input.string("plan")
                                .or(() ->
                                        called.apply(text(body, "tool_use_id")).flatMap(call -> call.string("plan")))
                        : Optional.empty(),
                withdrawn);
    }

    static boolean isPlan(String toolName) {
        return toolName.equals("ExitPlanMode");
    }

    static Json write(PermissionRequest request, Permission decision) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (decision instanceof Permission.Allow allow) {
            answer.put("behavior", "allow");
            // Newer CLIs take an absent input for the one they asked with; older ones want it.
            answer.put("updatedInput", allow.input() == null ? request.input() : allow.input());
            if (!allow.rules().isEmpty()) {
                answer.put(
                        "updatedPermissions",
                        allow.rules().stream().map(PermissionRule::json).toList());
            }
        } else if (decision instanceof Permission.Deny deny) {
            answer.put("behavior", "deny");
            answer.put("message", deny.reason());
            if (deny.interrupt()) {
                answer.put("interrupt", true);
            }
        }
        return Json.of(answer);
    }

    private static String text(Json body, String key) {
        return body.string(key).orElse("");
    }
}
