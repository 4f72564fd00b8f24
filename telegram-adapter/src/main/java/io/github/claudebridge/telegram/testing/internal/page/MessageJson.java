package io.github.claudebridge.telegram.testing.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.SentFile;
import io.github.claudebridge.telegram.testing.SentMessage;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.MessageView;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;

/** One message as the page draws it. */
final class MessageJson {

    private static final int REPLY_PREVIEW = 120;

    private final long personId;

    MessageJson(long personId) {
        this.personId = personId;
    }

    ObjectNode of(Message message) {
        SentMessage view = MessageView.of(message);
        JsonNode raw = message.json();
        ObjectNode json = Json.object()
                .put("id", view.messageId())
                .put("mine", raw.path("from").path("id").asLong() == personId)
                .put("byBot", message.byBot())
                .put("from", raw.path("from").path("first_name").asText())
                .put("date", view.sentAt().getEpochSecond())
                .put("edited", view.editedAt().isPresent())
                .put("silent", view.silent())
                .put("text", view.text());
        json.set("entities", EntityJson.write(view.entities()));
        JsonNode keyboard = raw.path("reply_markup").path("inline_keyboard");
        json.set("buttons", keyboard.isArray() ? keyboard : Json.array());
        view.file().ifPresent(file -> json.set("file", file(file, raw)));
        view.albumId().ifPresent(album -> json.put("album", album));
        addReply(json, raw);
        addService(json, raw);
        if (raw.has("rich_message")) {
            json.set("blocks", raw.path("rich_message").path("blocks"));
        }
        message.reactions().values().forEach(json.withArray("reactions")::add);
        return json;
    }

    private static ObjectNode file(SentFile file, JsonNode raw) {
        ObjectNode json = Json.object()
                .put("kind", file.kind())
                .put("id", file.fileId())
                .put("name", file.name())
                .put("size", file.size());
        JsonNode largest = raw.path("photo").path(1);
        if (!largest.isMissingNode()) {
            json.put("width", largest.path("width").asInt())
                    .put("height", largest.path("height").asInt());
        }
        return json;
    }

    private static void addReply(ObjectNode json, JsonNode raw) {
        JsonNode replied = raw.path("reply_to_message");
        if (replied.isMissingNode() || replied.has("forum_topic_created")) {
            return;
        }
        String text = replied.path(replied.has("text") ? "text" : "caption").asText();
        String quote = raw.path("quote").path("text").asText();
        String shown = quote.isEmpty() ? text : quote;
        json.putObject("reply")
                .put("id", replied.path("message_id").asLong())
                .put("from", replied.path("from").path("first_name").asText())
                .put("text", shown.substring(0, Math.min(REPLY_PREVIEW, shown.length())));
    }

    private static void addService(ObjectNode json, JsonNode raw) {
        if (raw.has("forum_topic_created")) {
            json.put(
                    "service",
                    "Topic “" + raw.path("forum_topic_created").path("name").asText() + "” created");
        } else if (raw.has("forum_topic_edited")) {
            json.put(
                    "service",
                    "Topic renamed to “"
                            + raw.path("forum_topic_edited").path("name").asText() + "”");
        } else if (raw.has("forum_topic_closed")) {
            json.put("service", "Topic closed");
        } else if (raw.has("forum_topic_reopened")) {
            json.put("service", "Topic reopened");
        } else if (raw.has("migrate_from_chat_id")) {
            json.put("service", "The group is a supergroup now");
        }
    }
}
