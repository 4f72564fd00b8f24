package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.Set;
import java.util.function.Predicate;

/** Reads an update's JSON. Thread-safe. */
final class UpdateReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OUTSIDE = Set.of("kicked", "left");

    private final MessageReader messages;

    /**
     * @param bound whether a topic of a group was given to the bot
     */
    UpdateReader(BotIdentity bot, Predicate<ChatId> bound) {
        this.messages = new MessageReader(bot, bound);
    }

    /** Never fails: what cannot be understood is {@link Incoming.Nothing}. */
    Incoming read(String payload) {
        JsonNode update;
        try {
            update = MAPPER.readTree(payload);
        } catch (JsonProcessingException e) {
            return new Incoming.Nothing();
        }
        if (update.has("callback_query")) {
            return press(update.path("callback_query"));
        }
        if (update.has("edited_message")) {
            return messages.edited(update.path("edited_message"));
        }
        if (update.has("stopped_message_generation")) {
            return stop(update.path("stopped_message_generation"));
        }
        return update.has("my_chat_member")
                ? membership(update.path("my_chat_member"))
                : messages.said(update.path("message"));
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

    private static Incoming stop(JsonNode stopped) {
        JsonNode chat = stopped.path("chat").path("id");
        JsonNode draft = stopped.path("draft_id");
        return chat.isIntegralNumber() && draft.canConvertToInt()
                ? new Incoming.Stop(chat.longValue(), draft.intValue())
                : new Incoming.Nothing();
    }

    private static Incoming membership(JsonNode change) {
        JsonNode chat = change.path("chat").path("id");
        String status = change.path("new_chat_member").path("status").asText();
        return chat.isIntegralNumber() && !status.isEmpty()
                ? new Incoming.Membership(
                        change.path("from").path("id").asLong(), chat.longValue(), !OUTSIDE.contains(status))
                : new Incoming.Nothing();
    }
}
