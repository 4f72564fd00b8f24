package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back.
 *
 * @param content for the model
 * @param failed whether it is an error
 * @param detail the same for the host, as an object or a text
 */
record ToolResult(String content, boolean failed, @Nullable Object detail) {

    static ToolResult of(String content, JsonObject detail) {
        return new ToolResult(content, false, detail);
    }

    static ToolResult error(String message) {
        return new ToolResult(message, true, "Error: " + message);
    }

    JsonObject block(String toolUseId) {
        return JsonObject.of("tool_use_id", toolUseId, "type", "tool_result", "content", content, "is_error", failed);
    }
}
