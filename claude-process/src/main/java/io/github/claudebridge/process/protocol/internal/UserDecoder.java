package io.github.claudebridge.process.protocol.internal;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.UserMessage;
import io.github.claudebridge.process.json.JsonSlice;
import java.util.ArrayList;
import java.util.List;

/** Reads lines in the user's role: results of tools, echoes of messages, and what the CLI itself adds. */
final class UserDecoder {

    private UserDecoder() {}

    static List<ClaudeEvent> decode(JsonSlice line) {
        JsonSlice content = line.at("message").at("content");
        String parent = line.at("parent_tool_use_id").text();
        List<ClaudeEvent> events = new ArrayList<>();
        for (JsonSlice block : content.elements()) {
            if (block.text("type").equals("tool_result")) {
                events.add(new ToolResult(
                        block.text("tool_use_id"),
                        plainText(block.at("content")),
                        block.isTrue("is_error"),
                        line.at("tool_use_result").jsonOrNull(),
                        parent));
            }
        }
        if (events.isEmpty()) {
            events.add(new UserMessage(
                    plainText(content),
                    line.text("uuid"),
                    line.isTrue("isReplay"),
                    line.isTrue("isSynthetic"),
                    parent));
        }
        return events;
    }

    private static String plainText(JsonSlice content) {
        String only = content.text();
        if (only != null) {
            return only;
        }
        List<String> texts = new ArrayList<>();
        for (JsonSlice block : content.elements()) {
            if (block.text("type").equals("text")) {
                texts.add(block.text("text"));
            }
        }
        return String.join("\n", texts);
    }
}
