package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back.
 *
 * @param content for the model: a text or a list of blocks
 * @param failed whether it is an error
 * @param detail the same for the host, or null
 */
record ToolResult(Object content, boolean failed, @Nullable Object detail) {

    static ToolResult of(String content, JsonObject detail) {
        return new ToolResult(content, false, detail);
    }

    static ToolResult error(String message) {
        return new ToolResult(message, true, "Error: " + message);
    }

    /** What a tool gives back that was stopped. */
    static ToolResult rejected() {
        return new ToolResult("This use of the tool was rejected by the user.", true, "User rejected tool use");
    }

    JsonObject block(String toolUseId) {
        return JsonObject.of("tool_use_id", toolUseId, "type", "tool_result", "content", content, "is_error", failed);
    }
}
