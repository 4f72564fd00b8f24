package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Answers the control requests of the host. */
final class ControlRequests {
    private static final Set<String> MODES =
            Set.of("acceptEdits", "auto", "bypassPermissions", "default", "dontAsk", "plan");
    private static final Set<String> WITHOUT_ANSWER =
            Set.of("set_max_thinking_tokens", "apply_flag_settings", "rename_session");

    private final Program program;
    private final TurnLoop turns;
    private final Runnable end;

    /**
     * Control requests.
     *
     * @param end ends the program with exit code 0
     */
    ControlRequests(Program program, TurnLoop turns, Runnable end) {
        this.program = program;
        this.turns = turns;
        this.end = end;
    }

    void handle(JsonObject line) throws StartFailure {
        if (!line.has("request")) {
            throw new StartFailure("Error: Missing request on control_request");
        }
        JsonObject request = line.object("request");
        String id = line.text("request_id", "");
        String subtype = request.text("subtype", "");
        switch (subtype) {
            case "initialize" -> succeed(id, initialize());
            case "interrupt" -> interrupt(id, request);
            case "set_model" -> {
                program.session().useModel(request.text("model"));
                succeed(id, JsonObject.of("model", program.session().model()));
            }
            case "set_permission_mode" -> setPermissionMode(id, request.text("mode", ""));
            case "mcp_status" -> succeed(id, JsonObject.of("mcpServers", List.of()));
            case "get_binary_version" ->
                succeed(id, JsonObject.of("version", program.version().name()));
            case "cancel_async_message" ->
                succeed(id, JsonObject.of("cancelled", program.inbox().cancel(request.text("message_uuid", ""))));
            case "end_session" -> {
                program.events().answer(id, JsonObject.of("subtype", "success"));
                end.run();
            }
            default -> other(id, subtype);
        }
    }

    private void other(String id, String subtype) {
        if (WITHOUT_ANSWER.contains(subtype)) {
            program.events().answer(id, JsonObject.of("subtype", "success"));
        } else {
            fail(id, "Unsupported control request subtype: " + subtype, "unsupported_request");
        }
    }

    private JsonObject initialize() {
        List<JsonObject> commands = InitEvent.COMMANDS.stream()
                .map(name -> JsonObject.of("name", name, "description", "The command " + name, "argumentHint", ""))
                .toList();
        return JsonObject.of(
                "commands", commands,
                "agents", List.of(),
                "output_style", "default",
                "available_output_styles", List.of("default"),
                "models", models(),
                "account", JsonObject.of("tokenSource", "none", "apiKeySource", "ANTHROPIC_API_KEY"),
                "pid", ProcessHandle.current().pid(),
                "claude_code_version", program.version().name(),
                "current_permission_mode", program.session().permissionMode());
    }

    private static List<JsonObject> models() {
        JsonObject standard = JsonObject.of(
                "value", "default",
                "resolvedModel", Session.DEFAULT_MODEL,
                "displayName", "Default (recommended)",
                "description", "The model that is used where none is named");
        return List.of(standard);
    }

    private void interrupt(String id, JsonObject request) {
        JsonObject answer = JsonObject.of();
        List<String> cancelled = request.flag("cancel_queued") ? program.inbox().cancelWaiting() : List.of();
        answer.with("still_queued", program.inbox().waitingIds());
        if (request.flag("cancel_queued")) {
            answer.with("cancelled", cancelled);
        }
        if (program.version().tellsLifecycle()) {
            succeed(id, answer);
        } else {
            program.events().answer(id, JsonObject.of("subtype", "success"));
        }
        turns.interrupt(false);
    }

    private void setPermissionMode(String id, String mode) {
        if (!MODES.contains(mode)) {
            String known = String.join(", ", MODES.stream().sorted().toList());
            fail(id, "Cannot set permission mode: must be one of " + known, "invalid_mode");
            return;
        }
        boolean bypass = program.arguments().has("--dangerously-skip-permissions")
                || program.arguments().has("--allow-dangerously-skip-permissions");
        if (mode.equals("bypassPermissions") && !bypass) {
            String why = "Cannot set permission mode to bypassPermissions because the session was not launched with"
                    + " --dangerously-skip-permissions";
            fail(id, why, "bypass_not_launched");
            return;
        }
        program.session().usePermissionMode(mode);
        succeed(id, JsonObject.of("mode", mode));
        program.events().system("status", JsonObject.of("status", null, "permissionMode", mode));
    }

    private void succeed(String id, JsonObject response) {
        program.events().answer(id, JsonObject.of("subtype", "success", "response", response));
    }

    private void fail(String id, String error, String code) {
        program.events().answer(id, JsonObject.of("subtype", "error", "error", error, "error_code", code));
    }
}
