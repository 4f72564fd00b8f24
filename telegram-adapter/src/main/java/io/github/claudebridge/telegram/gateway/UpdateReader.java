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
        JsonNode message;
        try {
            message = MAPPER.readTree(payload).path("message");
        } catch (JsonProcessingException e) {
            return new Incoming.Nothing();
        }
        JsonNode user = message.path("from").path("id");
        JsonNode chat = message.path("chat").path("id");
        boolean isPrivate = "private".equals(message.path("chat").path("type").asText());
        if (!isPrivate || !user.isIntegralNumber() || !chat.isIntegralNumber()) {
            return new Incoming.Nothing();
        }
        ChatId chatId = new ChatId(chat.longValue());
        String text = message.path("text").asText();
        if (!text.isBlank()) {
            return new Incoming.Text(user.longValue(), new UserMessage(chatId, text));
        }
        return CONTENT.stream().anyMatch(message::has)
                ? new Incoming.Other(user.longValue(), chatId)
                : new Incoming.Nothing();
    }
}
