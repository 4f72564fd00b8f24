package io.github.claudebridge.process.testing.scenario;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Describes events by what does not change from run to run; one event gives any number of lines. */
final class EventLines {
    /** Estimates and hints that come as they like. */
    private static final Set<String> VOLATILE =
            Set.of("thinking_tokens", "task_progress", "control_request_progress", "session_state_changed");

    private final Placeholders placeholders;
    private final Texts texts;
    private final ResultLine results;
    private final Set<String> streamedBlocks = new HashSet<>();

    EventLines(Placeholders placeholders) {
        this.placeholders = placeholders;
        this.texts = new Texts(placeholders);
        this.results = new ResultLine(texts);
    }

    void wasSent(String line) {
        texts.wasSent(line);
    }

    /** What was streamed before is over. */
    void newProcess() {
        streamedBlocks.clear();
    }

    List<String> of(JsonObject event) {
        return switch (event.text("type", "")) {
            case "system" -> system(event);
            case "stream_event" -> streamed(event);
            case "assistant" -> assistant(event);
            case "user" -> user(event);
            case "result" -> List.of(results.of(event));
            case "command_lifecycle" ->
                List.of("lifecycle " + placeholders.strip(event.text("command_uuid", "")) + " " + event.text("state"));
            case "control_request" -> List.of(asked(event.object("request")));
            case "control_cancel_request" -> List.of("ask taken back");
            case "rate_limit_event" ->
                List.of("rate limit " + event.object("rate_limit_info").text("status"));
            case "conversation_reset" -> List.of("conversation reset by " + event.text("trigger"));
            default -> List.of("unknown " + event.text("type"));
        };
    }

    /** The line of an answer to a request with this subtype. */
    String answer(String subtype, JsonObject response) {
        if (response.text("subtype", "").equals("error")) {
            return "answer " + subtype + " error " + response.text("error_code", "");
        }
        return "answer " + subtype + " " + AnswerBody.of(subtype, response.object("response"), placeholders);
    }

    private List<String> system(JsonObject event) {
        String subtype = event.text("subtype", "");
        if (VOLATILE.contains(subtype)) {
            return List.of();
        }
        return List.of(SystemLine.of(subtype, event, placeholders));
    }

    /** Deltas of one block count as one line, however many pieces there are. */
    private List<String> streamed(JsonObject event) {
        JsonObject inner = event.object("event");
        String type = inner.text("type", "");
        String where = event.get("parent_tool_use_id") == null ? "stream " : "stream of a subagent ";
        if (type.equals("content_block_delta")) {
            String delta = inner.object("delta").text("type", "");
            String block = where + inner.number("index", 0) + delta;
            return streamedBlocks.add(block) ? List.of(where + delta) : List.of();
        }
        if (type.equals("message_start")) {
            streamedBlocks.clear();
        }
        if (type.equals("content_block_start")) {
            return List.of(where + "block " + inner.object("content_block").text("type"));
        }
        String reason = inner.object("delta").text("stop_reason", "");
        return List.of((where + type + " " + reason).stripTrailing());
    }

    private List<String> assistant(JsonObject event) {
        StringBuilder marks = new StringBuilder(subagent(event));
        mark(marks, event.flag("aborted"), "aborted");
        mark(marks, event.has("error"), "error=" + event.text("error"));
        JsonObject message = event.object("message");
        boolean synthetic = message.text("model", "").equals("<synthetic>");
        mark(marks, synthetic && !event.has("error"), "synthetic");
        List<String> lines = new ArrayList<>();
        for (JsonObject block : message.objects("content")) {
            lines.add("assistant " + block(block) + marks);
        }
        return lines;
    }

    private String block(JsonObject block) {
        return switch (block.text("type", "")) {
            case "text" -> "text " + texts.known(block.text("text", ""));
            case "thinking" -> "thinking " + texts.quoted(block.text("thinking", ""));
            case "tool_use" ->
                "calls " + block.text("name") + " "
                        + texts.stripped(block.object("input").sorted().toString());
            default -> block.text("type", "");
        };
    }

    private List<String> user(JsonObject event) {
        StringBuilder marks = new StringBuilder(subagent(event));
        mark(marks, event.flag("isReplay"), "replayed");
        mark(marks, event.flag("isSynthetic"), "synthetic");
        JsonObject message = event.object("message");
        List<JsonObject> blocks = message.text("content") == null
                ? message.objects("content")
                : List.of(JsonObject.of("type", "text", "text", message.text("content")));
        List<String> lines = new ArrayList<>();
        for (JsonObject block : blocks) {
            boolean result = block.text("type", "").equals("tool_result");
            lines.add("user " + (result ? texts.result(block) : "text " + texts.known(block.text("text", ""))) + marks);
        }
        return lines;
    }

    private String asked(JsonObject request) {
        String subtype = request.text("subtype", "");
        return switch (subtype) {
            case "can_use_tool" ->
                "ask " + subtype + " " + request.text("tool_name") + " "
                        + texts.stripped(request.object("input").sorted().toString());
            case "hook_callback" ->
                "ask " + subtype + " " + request.text("callback_id") + " "
                        + request.object("input").text("hook_event_name");
            case "mcp_message" ->
                "ask " + subtype + " " + request.text("server_name") + " "
                        + request.object("message").text("method");
            default -> "ask " + subtype;
        };
    }

    private static String subagent(JsonObject event) {
        return event.get("parent_tool_use_id") == null ? "" : " of a subagent";
    }

    private static void mark(StringBuilder marks, boolean present, String mark) {
        if (present) {
            marks.append(' ').append(mark);
        }
    }
}
