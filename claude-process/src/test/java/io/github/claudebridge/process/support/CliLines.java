package io.github.claudebridge.process.support;

import io.github.claudebridge.process.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Lines as the CLI prints them, cut down to what matters. */
public final class CliLines {

    private CliLines() {}

    public static String granted(String requestId, String body) {
        return line("control_response")
                .with(
                        "response",
                        "{\"subtype\":\"success\",\"request_id\":\"" + requestId + "\",\"response\":" + body + "}")
                .text();
    }

    public static String init(UUID session, String... capabilities) {
        return line("system")
                .text("subtype", "init")
                .text("session_id", session.toString())
                .with("capabilities", Json.of(List.of(capabilities)).text())
                .text();
    }

    public static String lifecycle(UUID prompt, String state) {
        return line("command_lifecycle")
                .text("command_uuid", prompt.toString())
                .text("state", state)
                .text();
    }

    public static String text(String text) {
        return line("assistant")
                .with(
                        "message",
                        "{\"id\":\"m1\",\"model\":\"m\",\"content\":[{\"type\":\"text\",\"text\":" + Json.of(text)
                                + "}]}")
                .text();
    }

    public static String toolUse(String id, String tool, String input) {
        return line("assistant")
                .with(
                        "message",
                        "{\"id\":\"m1\",\"model\":\"m\",\"content\":[{\"type\":\"tool_use\",\"id\":\"" + id
                                + "\",\"name\":\"" + tool + "\",\"input\":" + input + "}]}")
                .text();
    }

    public static String delta(String text) {
        return line("stream_event")
                .with(
                        "event",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                + Json.of(text) + "}}")
                .text();
    }

    public static String streamMark(String type) {
        return line("stream_event").with("event", "{\"type\":\"" + type + "\"}").text();
    }

    /** A report of success; more fields can be added. */
    public static Line result(UUID session, String text) {
        return line("result")
                .text("subtype", "success")
                .with("is_error", "false")
                .text("terminal_reason", "completed")
                .with("num_turns", "1")
                .text("session_id", session.toString())
                .text("result", text);
    }

    public static String ask(String requestId, String request) {
        return line("control_request")
                .text("request_id", requestId)
                .with("request", request)
                .text();
    }

    public static String withdrawal(String requestId) {
        return line("control_cancel_request").text("request_id", requestId).text();
    }

    public static Line line(String type) {
        return new Line(new LinkedHashMap<>()).text("type", type);
    }

    /**
     * A line that grows.
     *
     * @param fields its fields
     */
    public record Line(Map<String, Json> fields) {

        public Line text(String key, String value) {
            return with(key, Json.of(value).text());
        }

        public Line with(String key, String json) {
            Map<String, Json> more = new LinkedHashMap<>(fields);
            more.put(key, Json.parse(json));
            return new Line(more);
        }

        public Line answering(UUID... prompts) {
            return with(
                    "user_message_uuids",
                    Json.of(Stream.of(prompts).map(UUID::toString).toList()).text());
        }

        public String text() {
            return Json.of(fields).text();
        }
    }
}
