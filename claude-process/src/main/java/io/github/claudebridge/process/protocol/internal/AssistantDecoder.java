package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolUse;
import java.util.ArrayList;
import java.util.List;

/** Reads the finished blocks of the model's messages. */
final class AssistantDecoder {

    private AssistantDecoder() {}

    static List<ClaudeEvent> decode(JsonNode line) {
        JsonNode message = line.path("message");
        JsonNode content = message.path("content");
        if (!content.isArray()) {
            return List.of(LineDecoder.unknown(line));
        }
        List<ClaudeEvent> events = new ArrayList<>(content.size());
        for (JsonNode block : content) {
            events.add(block(line, message, block));
        }
        return events;
    }

    private static ClaudeEvent block(JsonNode line, JsonNode message, JsonNode block) {
        String parent = Wire.textOrNull(line, "parent_tool_use_id");
        String id = Wire.text(message, "id");
        return switch (Wire.text(block, "type")) {
            case "text" -> text(line, message, Wire.text(block, "text"));
            case "thinking" -> new Thinking(Wire.text(block, "thinking"), false, id, parent);
            case "tool_use" ->
                new ToolUse(Wire.text(block, "id"), Wire.text(block, "name"), Wire.json(block.path("input")), parent);
            default -> LineDecoder.unknown(line);
        };
    }

    private static ClaudeEvent text(JsonNode line, JsonNode message, String text) {
        if (line.path("is_api_error_message").asBoolean(false)) {
            return new ApiFailure(text, Wire.text(line, "error"), Wire.integer(line, "api_error_status"));
        }
        return new Output(
                text,
                false,
                Wire.text(message, "id"),
                Wire.textOrNull(line, "parent_tool_use_id"),
                Wire.text(message, "model").equals("<synthetic>"),
                line.path("aborted").asBoolean(false));
    }
}
