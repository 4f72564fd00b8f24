package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.protocol.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells the kinds of lines apart. The type is not always the first key, so the whole object is read before it is looked at. */
public final class LineDecoder {

    private LineDecoder() {}

    /**
     * Reads one line.
     *
     * @throws IOException when it is no JSON object
     */
    public static List<Message> decode(byte[] buffer, int offset, int length) throws IOException {
        JsonNode line = Wire.JSON.readTree(buffer, offset, length);
        if (line == null || !line.isObject()) {
            throw new IOException("no object");
        }
        return switch (Wire.text(line, "type")) {
            case "control_request" -> List.of(ControlDecoder.ask(line));
            case "control_response" -> List.of(ControlDecoder.answer(line.path("response")));
            case "control_cancel_request" -> List.of(new Message.Withdrawal(Wire.text(line, "request_id")));
            case "assistant" -> events(AssistantDecoder.decode(line));
            case "user" -> events(UserDecoder.decode(line));
            default -> events(List.of(single(line)));
        };
    }

    private static ClaudeEvent single(JsonNode line) {
        return switch (Wire.text(line, "type")) {
            case "stream_event" -> StreamDecoder.decode(line);
            case "result" -> ResultDecoder.decode(line);
            case "system" -> SystemDecoder.decode(line);
            case "command_lifecycle" -> new MessageLifecycle(Wire.text(line, "command_uuid"), state(line));
            case "conversation_reset" ->
                new ConversationReset(Wire.text(line, "new_conversation_id"), Wire.text(line, "trigger"));
            case "rate_limit_event" -> rateLimit(line.path("rate_limit_info"));
            default -> unknown(line);
        };
    }

    static Unknown unknown(JsonNode line) {
        return new Unknown(Wire.text(line, "type"), Wire.text(line, "subtype"), Wire.json(line));
    }

    private static MessageLifecycle.State state(JsonNode line) {
        return switch (Wire.text(line, "state")) {
            case "queued" -> MessageLifecycle.State.QUEUED;
            case "started" -> MessageLifecycle.State.STARTED;
            case "completed" -> MessageLifecycle.State.COMPLETED;
            case "cancelled" -> MessageLifecycle.State.CANCELLED;
            default -> MessageLifecycle.State.OTHER;
        };
    }

    private static RateLimit rateLimit(JsonNode info) {
        JsonNode resetsAt = info.path("resetsAt");
        return new RateLimit(
                Wire.text(info, "status"),
                Wire.text(info, "rateLimitType"),
                resetsAt.isNumber() ? Instant.ofEpochSecond(resetsAt.longValue()) : null,
                Wire.number(info, "utilization"));
    }

    private static List<Message> events(List<? extends ClaudeEvent> events) {
        List<Message> messages = new ArrayList<>(events.size());
        for (ClaudeEvent event : events) {
            messages.add(new Message.Event(event));
        }
        return messages;
    }
}
