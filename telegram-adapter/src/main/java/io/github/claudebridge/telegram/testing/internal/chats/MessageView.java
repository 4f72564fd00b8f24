package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.SentFile;
import io.github.claudebridge.telegram.testing.SentMessage;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a message to tests. */
public final class MessageView {

    private static final List<String> FILE_KINDS =
            List.of("animation", "document", "photo", "voice", "audio", "video", "sticker");

    private MessageView() {}

    public static SentMessage of(Message message) {
        JsonNode json = message.json();
        return new SentMessage(
                message.chatId(),
                message.id(),
                message.threadId(),
                Instant.ofEpochSecond(json.path("date").asLong()),
                field(json, "edit_date").map(date -> Instant.ofEpochSecond(date.asLong())),
                message.text(),
                EntityJson.ofMessage(json.path(json.has("text") ? "entities" : "caption_entities")),
                buttons(json.path("reply_markup").path("inline_keyboard")),
                file(json),
                field(json.path("reply_to_message"), "message_id").map(JsonNode::asLong),
                field(json, "media_group_id").map(JsonNode::asText),
                message.silent());
    }

    private static Optional<JsonNode> field(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name));
    }

    private static List<List<Button>> buttons(JsonNode rows) {
        List<List<Button>> all = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Button> buttons = new ArrayList<>();
            row.forEach(button -> buttons.add(button(button)));
            all.add(List.copyOf(buttons));
        }
        return List.copyOf(all);
    }

    private static Button button(JsonNode json) {
        String action = "";
        String value = "";
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!List.of("text", "style", "icon_custom_emoji_id").contains(field.getKey())) {
                action = field.getKey();
                value = field.getValue().isTextual() ? field.getValue().textValue() : Json.write(field.getValue());
            }
        }
        return new Button(
                json.path("text").asText(), action, value, json.path("style").asText());
    }

    private static Optional<SentFile> file(JsonNode json) {
        for (String kind : FILE_KINDS) {
            JsonNode file = json.path(kind);
            if (file.isArray()) {
                file = file.path(file.size() - 1);
            }
            if (file.isObject()) {
                return Optional.of(new SentFile(
                        kind,
                        file.path("file_id").asText(),
                        file.path("file_name").asText(),
                        file.path("file_size").asLong()));
            }
        }
        return Optional.empty();
    }
}
