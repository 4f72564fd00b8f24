package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.Optional;

/** The fields of a message that hold what it says. */
final class MessageContent {

    private MessageContent() {}

    static ObjectNode text(FormattedText text) {
        ObjectNode content = Json.object().put("text", text.text());
        if (!text.entities().isEmpty()) {
            content.set("entities", EntityJson.write(text.entities()));
        }
        return content;
    }

    static ObjectNode caption(FormattedText caption) {
        ObjectNode content = Json.object();
        if (!caption.text().isEmpty()) {
            content.put("caption", caption.text());
        }
        if (!caption.entities().isEmpty()) {
            content.set("caption_entities", EntityJson.write(caption.entities()));
        }
        return content;
    }

    static Optional<JsonNode> linkPreview(Parameters call) {
        return call.json(
                        "link_preview_options",
                        () -> ApiError.badRequest("can't parse link preview options JSON object"))
                .filter(options -> !options.isEmpty());
    }
}
