package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers the control requests of the host. */
final class ControlRequests {
    private static final Set<String> MODES =
            Set.of("acceptEdits", "auto", "bypassPermissions", "default", "dontAsk", "plan");
    private static final Set<String> WITHOUT_BODY =
            Set.of("set_max_thinking_tokens", "apply_flag_settings", "stop_task", "background_tasks");

    private final Program program;
    private final TurnLoop turns;
    private final StateAnswers state;
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
        state = new StateAnswers(program);
    }

    void handle(JsonObject line) throws StartFailure, IOException {
        if (!line.has("request")) {
            throw new StartFailure("Error: Missing request on control_request");
        }
        JsonObject request = line.object("request");
        String id = line.text("request_id", "");
        String subtype = request.text("subtype", "");
        if (subtype.equals(program.refused())) {
            fail(id, "not here", "refused");
            return;
        }
        switch (subtype) {
            case "initialize" -> initialize(id, request);
            case "interrupt" -> interrupt(id, request);
            case "set_model" -> setModel(id, request);
            case "set_permission_mode" -> setPermissionMode(id, request.text("mode", ""));
            case "cancel_async_message" -> cancelMessage(id, request.text("message_uuid", ""));
            case "rewind_files" ->
                succeed(id, program.checkpoints().rewind(request.text("user_message_id", ""), request.flag("dry_run")));
            case "rename_session" -> {
                program.events().system("session_title_changed", JsonObject.of("title", request.text("title")));
                succeed(id, JsonObject.of());
            }
            case "end_session" -> {
                succeed(id, JsonObject.of());
                end.run();
            }
            default -> other(id, subtype);
        }
    }

    private void other(String id, String subtype) {
        Optional<JsonObject> answer = state.of(subtype);
        if (answer.isPresent()) {
            succeed(id, answer.get());
        } else if (WITHOUT_BODY.contains(subtype)) {
            succeed(id, JsonObject.of());
        } else {
            fail(id, "Unsupported control request subtype: " + subtype, "unsupported_request");
        }
    }

    /** Servers of the host are greeted before the answer, so that this must not keep other lines waiting. */
    private void initialize(String id, JsonObject request) {
        program.hooks().register(request.object("hooks"));
        List<String> servers = request.texts("sdkMcpServers");
        if (servers.isEmpty()) {
            succeed(id, state.initialize());
            return;
        }
        HostServers hostServers = new HostServers(program.host(), program.toolbox());
        Thread thread = new Thread(() -> greet(hostServers, servers, id), "fake-claude-servers");
        thread.setDaemon(true);
        thread.start();
    }

    private void greet(HostServers hostServers, List<String> servers, String id) {
        try {
            for (String server : servers) {
                hostServers.greet(server);
            }
            succeed(id, state.initialize());
            for (String server : servers) {
                hostServers.connect(server);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupt(String id, JsonObject request) {
        List<String> cancelled = request.flag("cancel_queued") ? program.inbox().cancelWaiting() : List.of();
        JsonObject answer = JsonObject.of("still_queued", program.inbox().waitingIds());
        if (request.flag("cancel_queued")) {
            answer.with("cancelled", cancelled);
        }
        turns.current().ifPresent(turn -> turn.cancellation().announce());
        succeed(id, program.version().isTalkative() ? answer : JsonObject.of());
        turns.interrupt(false);
    }

    private void setModel(String id, JsonObject request) {
        program.session().useModel(request.text("model"));
        String model = program.session().model();
        if (!program.session().isEmpty()) {
            String told = "<local-command-stdout>Model: " + model + "</local-command-stdout>";
            program.events().replay(told, null);
        }
        succeed(id, JsonObject.of("model", model));
    }

    private void cancelMessage(String id, String uuid) {
        boolean cancelled = program.inbox().cancel(uuid);
        succeed(id, JsonObject.of("cancelled", cancelled, "message_uuid", uuid));
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
        JsonObject answer = JsonObject.of("subtype", "success");
        program.events().answer(id, response.keys().isEmpty() ? answer : answer.with("response", response));
    }

    private void fail(String id, String error, String code) {
        program.events().answer(id, JsonObject.of("subtype", "error", "error", error, "error_code", code));
    }
}
