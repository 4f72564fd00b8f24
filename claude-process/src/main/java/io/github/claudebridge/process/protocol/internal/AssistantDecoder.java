package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.json.JsonSlice;
import java.util.ArrayList;
import java.util.List;

/** Reads the finished blocks of the model's messages. */
final class AssistantDecoder {

    private AssistantDecoder() {}

    static List<ClaudeEvent> decode(JsonSlice line) {
        JsonSlice message = line.at("message");
        JsonSlice content = message.at("content");
        if (!content.isArray()) {
            return List.of(LineDecoder.unknown(line));
        }
        List<ClaudeEvent> events = new ArrayList<>();
        for (JsonSlice block : content.elements()) {
            events.add(block(line, message, block));
        }
        return events;
    }

    private static ClaudeEvent block(JsonSlice line, JsonSlice message, JsonSlice block) {
        String parent = line.at("parent_tool_use_id").text();
        String id = message.text("id");
        return switch (block.text("type")) {
            case "text" -> text(line, message, block.text("text"));
            case "thinking" -> new Thinking(block.text("thinking"), false, id, parent);
            case "tool_use" ->
                new ToolUse(
                        block.text("id"), block.text("name"), block.at("input").json(), parent);
            default -> LineDecoder.unknown(line);
        };
    }

    private static ClaudeEvent text(JsonSlice line, JsonSlice message, String text) {
        if (line.isTrue("is_api_error_message")) {
            return new ApiFailure(text, line.text("error"), line.integer("api_error_status"));
        }
        return new Output(
                text,
                false,
                message.text("id"),
                line.at("parent_tool_use_id").text(),
                message.text("model").equals("<synthetic>"),
                line.isTrue("aborted"));
    }
}
