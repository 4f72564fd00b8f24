package io.github.claudebridge.process.testing.internal.cli;

import io.github.claudebridge.process.testing.internal.json.JsonObject;
import java.util.UUID;

/** A message of the assistant that no model has made. */
final class SyntheticMessage {
    private SyntheticMessage() {}

    static JsonObject line(String text) {
        JsonObject message = JsonObject.of(
                "id", UUID.randomUUID().toString(),
                "type", "message",
                "role", "assistant",
                "model", "<synthetic>",
                "content", Events.textBlock(text),
                "stop_reason", "stop_sequence",
                "stop_sequence", "");
        return JsonObject.of("message", message, "parent_tool_use_id", null);
    }
}
