package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.Optional;

/** Reads from a call where it sends. Guarded by the world's lock. */
final class Targets {

    private final Chats chats;

    Targets(Chats chats) {
        this.chats = chats;
    }

    Target read(Parameters call) {
        Chat chat = chats.forBot(call.text("chat_id"));
        return new Target(
                chat,
                topic(call, chat),
                reply(call, chat),
                ReplyMarkup.inlineKeyboard(call, chat),
                call.flag("disable_notification"));
    }

    Chat chat(Parameters call) {
        return chats.forBot(call.text("chat_id"));
    }

    /** The topic that the call names; the general topic has no number of its own. */
    static Optional<Topic> topic(Parameters call, Chat chat) {
        long id = call.number("message_thread_id", 0);
        if (id == 0) {
            return Optional.empty();
        }
        return Optional.of(chat.topic(id).orElseThrow(() -> ApiError.badRequest("message thread not found")));
    }

    private static ObjectNode reply(Parameters call, Chat chat) {
        JsonNode wanted = call.json(
                        "reply_parameters", () -> ApiError.badRequest("can't parse reply parameters JSON object"))
                .orElseGet(() -> legacyReply(call));
        if (!wanted.isObject()) {
            throw ApiError.badRequest("can't parse reply parameters JSON object");
        }
        long id = wanted.path("message_id").asLong();
        ObjectNode fields = Json.object();
        if (id == 0) {
            return fields;
        }
        Optional<Message> replied = chat.message(id);
        if (replied.isEmpty() && !wanted.path("allow_sending_without_reply").asBoolean()) {
            throw ApiError.badRequest("message to be replied not found");
        }
        replied.ifPresent(message -> {
            fields.set("reply_to_message", message.asReplied());
            quote(wanted, message).ifPresent(quote -> fields.set("quote", quote));
        });
        return fields;
    }

    private static Optional<ObjectNode> quote(JsonNode wanted, Message replied) {
        String quote = wanted.path("quote").asText();
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        int position = replied.text().indexOf(quote);
        if (position < 0) {
            throw ApiError.badRequest("QUOTE_TEXT_INVALID");
        }
        return Optional.of(
                Json.object().put("text", quote).put("position", position).put("is_manual", true));
    }

    private static ObjectNode legacyReply(Parameters call) {
        return Json.object()
                .put("message_id", call.number("reply_to_message_id", 0))
                .put("allow_sending_without_reply", call.flag("allow_sending_without_reply"));
    }
}
