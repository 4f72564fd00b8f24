package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.MessageStopped;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolInput;
import io.github.claudebridge.process.json.JsonSlice;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a message while the model writes it. */
final class StreamDecoder {

    private StreamDecoder() {}

    static ClaudeEvent decode(JsonSlice line) {
        JsonSlice event = line.at("event");
        String parent = line.at("parent_tool_use_id").text();
        String message = line.text("api_message_id");
        return switch (event.text("type")) {
            case "content_block_delta" -> delta(line, event, message, parent);
            case "message_start" -> new MessageStarted(event.at("message").text("id"), parent);
            case "message_stop" -> new MessageStopped(message, parent);
            default -> LineDecoder.unknown(line);
        };
    }

    private static ClaudeEvent delta(JsonSlice line, JsonSlice event, String message, @Nullable String parent) {
        JsonSlice delta = event.at("delta");
        return switch (delta.text("type")) {
            case "text_delta" -> new Output(delta.text("text"), true, message, parent, false, false);
            case "thinking_delta" -> new Thinking(delta.text("thinking"), true, message, parent);
            case "input_json_delta" ->
                new ToolInput(event.integer("index").orElse(0), delta.text("partial_json"), parent);
            default -> LineDecoder.unknown(line);
        };
    }
}
