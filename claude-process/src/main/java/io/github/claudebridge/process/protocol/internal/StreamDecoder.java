package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.MessageStopped;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolInput;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a message while the model writes it. */
final class StreamDecoder {

    private StreamDecoder() {}

    static ClaudeEvent decode(JsonNode line) {
        JsonNode event = line.path("event");
        String parent = Wire.textOrNull(line, "parent_tool_use_id");
        String message = Wire.text(line, "api_message_id");
        return switch (Wire.text(event, "type")) {
            case "content_block_delta" -> delta(line, event, message, parent);
            case "message_start" -> new MessageStarted(Wire.text(event.path("message"), "id"), parent);
            case "message_stop" -> new MessageStopped(message, parent);
            default -> LineDecoder.unknown(line);
        };
    }

    private static ClaudeEvent delta(JsonNode line, JsonNode event, String message, @Nullable String parent) {
        JsonNode delta = event.path("delta");
        return switch (Wire.text(delta, "type")) {
            case "text_delta" -> new Output(Wire.text(delta, "text"), true, message, parent, false, false);
            case "thinking_delta" -> new Thinking(Wire.text(delta, "thinking"), true, message, parent);
            case "input_json_delta" ->
                new ToolInput(Wire.integer(event, "index").orElse(0), Wire.text(delta, "partial_json"), parent);
            default -> LineDecoder.unknown(line);
        };
    }
}
