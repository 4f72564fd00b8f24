package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Set;

/** Reads an update's JSON. Thread-safe. */
final class UpdateReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What people send beside text; other messages are the service's own, such as "pinned a message". */
    private static final Set<String> CONTENT = Set.of(
            "animation",
            "audio",
            "contact",
            "dice",
            "document",
            "location",
            "paid_media",
            "photo",
            "poll",
            "rich_message",
            "sticker",
            "story",
            "venue",
            "video",
            "video_note",
            "voice");

    /** Never fails: what cannot be understood is {@link Incoming.Nothing}. */
    Incoming read(String payload) {
        try {
            JsonNode update = MAPPER.readTree(payload);
            return update.has("callback_query")
                    ? press(update.path("callback_query"))
                    : message(update.path("message"));
        } catch (JsonProcessingException e) {
            return new Incoming.Nothing();
        }
    }

    private static Incoming press(JsonNode query) {
        JsonNode user = query.path("from").path("id");
        String id = query.path("id").asText();
        if (!user.isIntegralNumber() || id.isEmpty()) {
            return new Incoming.Nothing();
        }
        return new Incoming.Press(
                id,
                user.longValue(),
                query.path("from").path("first_name").asText(),
                query.path("data").asText());
    }

    private static Incoming message(JsonNode message) {
        JsonNode user = message.path("from").path("id");
        JsonNode chat = message.path("chat").path("id");
        boolean isPrivate = "private".equals(message.path("chat").path("type").asText());
        if (!isPrivate || !user.isIntegralNumber() || !chat.isIntegralNumber()) {
            return new Incoming.Nothing();
        }
        long topic = message.path("is_topic_message").asBoolean()
                ? message.path("message_thread_id").asLong()
                : 0;
        ChatId chatId = new ChatId(chat.longValue(), topic);
        String text = message.path("text").asText();
        if (!text.isBlank()) {
            return new Incoming.Text(user.longValue(), new UserMessage(chatId, text));
        }
        return CONTENT.stream().anyMatch(message::has)
                ? new Incoming.Other(user.longValue(), chatId)
                : new Incoming.Nothing();
    }
}
