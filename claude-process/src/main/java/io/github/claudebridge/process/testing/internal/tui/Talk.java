package io.github.claudebridge.process.testing.internal.tui;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversation at the prompt: what is typed, what the program tells, and the hooks in between. Not thread-safe. */
final class Talk {

    private static final JsonObject NOTHING = JsonObject.of();

    private final Host host;
    private final Picture picture;
    private final SettingsHooks hooks;
    private final String sessionId;
    private final StringBuilder typed = new StringBuilder();
    private @Nullable JsonObject question;
    private boolean ready;
    private boolean busy;
    private boolean leaving;

    Talk(Host host, Picture picture, SettingsHooks hooks, String sessionId) {
        this.host = host;
        this.picture = picture;
        this.hooks = hooks;
        this.sessionId = sessionId;
    }

    /** A key was pressed; the exit code where that ends the program. */
    @Nullable Integer pressed(Keyboard.Stroke stroke) throws IOException, InterruptedException {
        boolean again = leaving;
        leaving = false;
        switch (stroke.kind()) {
            case TEXT -> typed.append(question == null ? stroke.text() : "");
            case BACKSPACE -> typed.setLength(Math.max(0, typed.length() - 1));
            case ENTER -> enter();
            case ESCAPE -> escape();
            case INTERRUPT -> {
                if (again) {
                    return leave();
                }
                leaving = !busy;
                escape();
                typed.setLength(0);
            }
            default -> {}
        }
        draw();
        return null;
    }

    private void enter() throws IOException {
        JsonObject open = question;
        if (open != null) {
            question = null;
            host.answer(open, JsonObject.of("behavior", "allow"));
        } else if (typed.length() > 0) {
            String prompt = typed.toString();
            typed.setLength(0);
            picture.say("\u276f " + prompt);
            busy = true;
            host.prompt(prompt);
        }
    }

    private void escape() throws IOException {
        JsonObject open = question;
        if (open != null) {
            question = null;
            host.answer(open, JsonObject.of("behavior", "deny", "message", "no", "interrupt", true));
        } else if (busy) {
            host.interrupt();
        }
    }

    private int leave() throws IOException, InterruptedException {
        host.end();
        hook("SessionEnd", JsonObject.of("reason", "prompt_input_exit"));
        picture.leave(List.of("Resume this session with:", "claude --resume " + sessionId));
        return 0;
    }

    /** The program tells something. */
    void told(JsonObject event) throws IOException, InterruptedException {
        switch (event.text("type", "")) {
            case "control_response" -> becomeReady();
            case "control_request" -> asked(event);
            case "control_cancel_request" -> question = null;
            case "assistant" -> said(event.object("message").objects("content"));
            case "result" -> ended(event);
            default -> {}
        }
        draw();
    }

    private void becomeReady() throws IOException, InterruptedException {
        if (!ready) {
            ready = true;
            hook("SessionStart", JsonObject.of("source", "startup"));
        }
    }

    private void asked(JsonObject event) throws IOException, InterruptedException {
        JsonObject request = event.object("request");
        if (request.text("subtype", "").equals("hook_callback")) {
            hooks.run(request.text("callback_id", ""), request.object("input"));
            host.answer(event, NOTHING);
        } else {
            hook(
                    "PermissionRequest",
                    JsonObject.of("tool_name", request.text("tool_name"), "tool_input", request.object("input")));
            question = event;
        }
    }

    private void said(List<JsonObject> blocks) {
        for (JsonObject block : blocks) {
            picture.say("\u25cf " + block.text("text", block.text("name", block.text("type", ""))));
        }
    }

    private void ended(JsonObject result) throws IOException, InterruptedException {
        busy = false;
        question = null;
        if (result.text("terminal_reason", "").startsWith("aborted")) {
            picture.say("  \u23bf  Interrupted \u00b7 What should Claude do instead?");
        } else if (result.flag("is_error")) {
            hook("StopFailure", JsonObject.of("last_assistant_message", result.text("result", "")));
        }
    }

    private void hook(String event, JsonObject fields) throws IOException, InterruptedException {
        hooks.run(
                event,
                JsonObject.of("session_id", sessionId, "hook_event_name", event).withAll(fields));
    }

    /** The program is gone; its exit code. */
    @Nullable Integer over() throws IOException {
        int code = host.end();
        picture.leave(host.complaints());
        return code;
    }

    void draw() {
        JsonObject open = question;
        if (open != null) {
            picture.dialog(dialog(open.object("request")));
        } else if (ready) {
            picture.prompt(typed.toString(), footer());
        }
    }

    private static List<String> dialog(JsonObject request) {
        List<String> lines = new ArrayList<>(List.of("", " " + request.text("tool_name", "") + " command"));
        lines.add(" " + request.object("input"));
        lines.addAll(List.of(" Do you want to proceed?", " \u276f 1. Yes", "   2. No", " Esc to cancel"));
        return lines;
    }

    private String footer() {
        if (leaving) {
            return "Press Ctrl-C again to exit";
        }
        return busy ? "esc to interrupt" : "? for shortcuts";
    }
}
