package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.RateLimit;
import io.github.claudebridge.process.event.Unknown;
import io.github.claudebridge.process.json.JsonSlice;
import io.github.claudebridge.process.protocol.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of lines apart. The type is not always the first key, so the whole object is read before it is looked at. */
public final class LineDecoder {

    private LineDecoder() {}

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static List<Message> decode(byte[] buffer, int offset, int length) {
        JsonSlice line = JsonSlice.of(buffer, offset, length);
        if (!line.isObject()) {
            throw new IllegalArgumentException("Not an object");
        }
        return switch (line.text("type")) {
            case "control_request" -> List.of(ControlDecoder.ask(line));
            case "control_response" -> List.of(ControlDecoder.answer(line.at("response")));
            case "control_cancel_request" -> List.of(new Message.Withdrawal(line.text("request_id")));
            case "assistant" -> events(AssistantDecoder.decode(line));
            case "user" -> events(UserDecoder.decode(line));
            default -> events(List.of(single(line)));
        };
    }

    private static ClaudeEvent single(JsonSlice line) {
        return switch (line.text("type")) {
            case "stream_event" -> StreamDecoder.decode(line);
            case "result" -> ResultDecoder.decode(line);
            case "system" -> SystemDecoder.decode(line);
            case "command_lifecycle" -> new MessageLifecycle(line.text("command_uuid"), state(line));
            case "conversation_reset" -> new ConversationReset(line.text("new_conversation_id"), line.text("trigger"));
            case "rate_limit_event" -> rateLimit(line.at("rate_limit_info"));
            default -> unknown(line);
        };
    }

    static Unknown unknown(JsonSlice line) {
        return new Unknown(line.text("type"), line.text("subtype"), line.json());
    }

    private static MessageLifecycle.State state(JsonSlice line) {
        return switch (line.text("state")) {
            case "queued" -> MessageLifecycle.State.QUEUED;
            case "started" -> MessageLifecycle.State.STARTED;
            case "completed" -> MessageLifecycle.State.COMPLETED;
            case "cancelled" -> MessageLifecycle.State.CANCELLED;
            default -> MessageLifecycle.State.OTHER;
        };
    }

    private static RateLimit rateLimit(JsonSlice info) {
        return new RateLimit(
                info.text("status"), info.text("rateLimitType"), instant(info, "resetsAt"), info.number("utilization"));
    }

    /** A time in seconds; null where there is none, or none that there will ever be. */
    private static @Nullable Instant instant(JsonSlice info, String key) {
        double seconds = info.number(key).orElse(Double.NaN);
        return Math.abs(seconds) <= Instant.MAX.getEpochSecond() ? Instant.ofEpochSecond((long) seconds) : null;
    }

    private static List<Message> events(List<? extends ClaudeEvent> events) {
        List<Message> messages = new ArrayList<>(events.size());
        for (ClaudeEvent event : events) {
            messages.add(new Message.Event(event));
        }
        return messages;
    }
}
