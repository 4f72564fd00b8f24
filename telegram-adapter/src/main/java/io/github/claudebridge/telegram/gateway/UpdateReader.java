package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads an update's JSON. Thread-safe. */
final class UpdateReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What people send that is neither text nor file; other messages are the service's own, such as "pinned a message". */
    private static final Set<String> OTHER =
            Set.of("contact", "dice", "location", "paid_media", "poll", "rich_message", "sticker", "story", "venue");

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
        String text = message.path(message.has("text") ? "text" : "caption").asText();
        List<UserFile> files = FileReader.files(message);
        if (text.isBlank() && files.isEmpty()) {
            return OTHER.stream().anyMatch(message::has)
                    ? new Incoming.Other(user.longValue(), chatId)
                    : new Incoming.Nothing();
        }
        UserMessage said = new UserMessage(
                chatId,
                text,
                files,
                user.longValue(),
                message.path("message_id").asLong(),
                message.path("reply_to_message").path("message_id").asLong(),
                Instant.ofEpochSecond(message.path("date").asLong()));
        return new Incoming.Said(said, message.path("media_group_id").asText());
    }
}
