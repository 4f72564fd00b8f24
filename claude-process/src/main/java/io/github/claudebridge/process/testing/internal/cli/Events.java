package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a session, by name. Thread-safe. */
final class Events {
    private final Wire wire;
    private final Clock clock;
    private final Version version;

    Events(Wire wire, Clock clock, Version version) {
        this.wire = wire;
        this.clock = clock;
        this.version = version;
    }

    void system(String subtype, JsonObject fields) {
        wire.event(JsonObject.of("type", "system", "subtype", subtype).withAll(fields));
    }

    /** The way of a message that carries an id of its host. */
    void lifecycle(Prompt prompt, String state) {
        if (version.isTalkative() && prompt.uuid() != null) {
            wire.event(JsonObject.of("type", "command_lifecycle", "command_uuid", prompt.uuid(), "state", state));
        }
    }

    void streamed(JsonObject event, String messageId) {
        wire.event(JsonObject.of(
                "type", "stream_event", "event", event, "parent_tool_use_id", null, "api_message_id", messageId));
    }

    void assistant(JsonObject line) {
        wire.event(JsonObject.of("type", "assistant").withAll(line).with("timestamp", now()));
    }

    void user(JsonObject line) {
        wire.event(JsonObject.of("type", "user").withAll(line).with("timestamp", now()));
    }

    /** A user's message given back, with its own id. */
    void replay(Object content, @Nullable String uuid) {
        JsonObject message = JsonObject.of("role", "user", "content", content);
        user(JsonObject.of("message", message, "parent_tool_use_id", null)
                .with("uuid", uuid != null ? uuid : UUID.randomUUID().toString())
                .with("isReplay", true));
    }

    void result(JsonObject result) {
        wire.event(result.with("type", "result"));
    }

    void conversationReset(JsonObject fields) {
        wire.event(JsonObject.of("type", "conversation_reset").withAll(fields));
    }

    /** Events of kinds that no version has had so far. */
    void unheardOf() {
        wire.event(JsonObject.of("type", "tomorrows_event", "detail", JsonObject.of("answer", 42)));
        system("tomorrows_subtype", JsonObject.of("detail", List.of(1, 2, 3)));
        JsonObject block = JsonObject.of("type", "tomorrows_block", "detail", "something");
        JsonObject message = JsonObject.of("role", "assistant", "content", List.of(block));
        assistant(JsonObject.of("message", message, "parent_tool_use_id", null));
    }

    void rateLimit(String status) {
        long reset = clock.instant().getEpochSecond() + 3600;
        wire.event(JsonObject.of(
                "type",
                "rate_limit_event",
                "rate_limit_info",
                JsonObject.of(
                        "status",
                        status,
                        "resetsAt",
                        reset,
                        "rateLimitType",
                        "five_hour",
                        "utilization",
                        0.92,
                        "isUsingOverage",
                        false)));
    }

    void answer(String requestId, JsonObject response) {
        wire.line(JsonObject.of("type", "control_response", "response", response.with("request_id", requestId)));
    }

    void controlRequest(String requestId, JsonObject request) {
        wire.line(JsonObject.of("type", "control_request", "request_id", requestId, "request", request));
    }

    void cancelRequest(String requestId) {
        wire.line(JsonObject.of("type", "control_cancel_request", "request_id", requestId));
    }

    String now() {
        return clock.instant().toString();
    }

    /** One text block. */
    static List<JsonObject> textBlock(String text) {
        return List.of(JsonObject.of("type", "text", "text", text));
    }
}
