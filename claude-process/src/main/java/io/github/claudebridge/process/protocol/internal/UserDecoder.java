package io.github.claudebridge.process.protocol.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Reads lines in the user's role: results of tools, echoes of messages, and what the CLI itself adds. */
final class UserDecoder {

    private UserDecoder() {}

    static List<ClaudeEvent> decode(JsonNode line) {
        JsonNode content = line.path("message").path("content");
        String parent = Wire.textOrNull(line, "parent_tool_use_id");
        List<ClaudeEvent> events = new ArrayList<>();
        for (JsonNode block : content.isArray() ? content : Wire.JSON.createArrayNode()) {
            if (Wire.text(block, "type").equals("tool_result")) {
                events.add(new ToolResult(
                        Wire.text(block, "tool_use_id"),
                        plainText(block.path("content")),
                        block.path("is_error").asBoolean(false),
                        Wire.jsonOrNull(line, "tool_use_result"),
                        parent));
            }
        }
        if (events.isEmpty()) {
            events.add(new UserMessage(
                    plainText(content),
                    Wire.text(line, "uuid"),
                    line.path("isReplay").asBoolean(false),
                    line.path("isSynthetic").asBoolean(false),
                    parent));
        }
        return events;
    }

    private static String plainText(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode block : content) {
            if (Wire.text(block, "type").equals("text")) {
                texts.add(Wire.text(block, "text"));
            }
        }
        return String.join("\n", texts);
    }
}
