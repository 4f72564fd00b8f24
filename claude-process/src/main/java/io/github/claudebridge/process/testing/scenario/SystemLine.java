package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Describes events of type system by the fields of each subtype that say something. */
final class SystemLine {
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("init", List.of("model", "permissionMode")),
            Map.entry("status", List.of("status", "permissionMode", "compact_result")),
            Map.entry("api_retry", List.of("attempt", "max_retries", "error_status", "error")),
            Map.entry("model_fallback", List.of("trigger", "original_model", "fallback_model")),
            Map.entry("permission_denied", List.of("tool_name")),
            Map.entry("hook_started", List.of("hook_event")),
            Map.entry("hook_response", List.of("hook_event", "exit_code", "outcome")),
            Map.entry("informational", List.of("level")),
            Map.entry("session_title_changed", List.of("title")),
            Map.entry("task_started", List.of("task_type", "description")),
            Map.entry("task_notification", List.of("status")));

    private SystemLine() {}

    static String of(String subtype, JsonObject event, Placeholders placeholders) {
        StringBuilder line = new StringBuilder("system " + subtype);
        for (String field : FIELDS.getOrDefault(subtype, List.of())) {
            if (event.get(field) != null) {
                line.append(' ').append(field).append('=').append(event.get(field));
            }
        }
        if (subtype.equals("compact_boundary")) {
            line.append(" trigger=").append(event.object("compact_metadata").text("trigger"));
        }
        if (subtype.equals("task_updated")) {
            line.append(" status=").append(event.object("patch").text("status"));
        }
        return placeholders.strip(line.toString());
    }
}
