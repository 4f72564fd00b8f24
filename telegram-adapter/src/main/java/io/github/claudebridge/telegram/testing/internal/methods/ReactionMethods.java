package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.Reactions;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;

/** The bot's reactions to messages, and pinning. */
final class ReactionMethods {

    private final Bot bot;
    private final Targets targets;

    ReactionMethods(Bot bot, Targets targets) {
        this.bot = bot;
        this.targets = targets;
    }

    void register(MethodRegistry registry) {
        registry.add("setMessageReaction", this::react)
                .add("pinChatMessage", this::pin)
                .add("unpinChatMessage", this::unpin);
    }

    private JsonNode react(Parameters call) {
        Chat chat = targets.chat(call);
        Message message = chat.message(call.number("message_id", 0))
                .orElseThrow(() -> ApiError.badRequest("message to react not found"));
        JsonNode wanted = call.json("reaction", ReactionMethods::unreadable).orElseGet(Json::array);
        if (!wanted.isArray()) {
            throw unreadable();
        }
        if (wanted.size() > 1) {
            throw ApiError.badRequest("REACTIONS_TOO_MANY");
        }
        String emoji = "";
        if (!wanted.isEmpty()) {
            emoji = wanted.path(0).path("emoji").asText();
            if (!wanted.path(0).path("type").asText().equals("emoji") || !Reactions.isAllowed(emoji)) {
                throw ApiError.badRequest("REACTION_INVALID");
            }
        }
        chat.put(message.reacted(bot.id(), emoji));
        return BooleanNode.TRUE;
    }

    private JsonNode pin(Parameters call) {
        Chat chat = targets.chat(call);
        long id = call.number("message_id", 0);
        if (chat.message(id).isEmpty()) {
            throw ApiError.badRequest("message to pin not found");
        }
        chat.pin(id);
        return BooleanNode.TRUE;
    }

    private JsonNode unpin(Parameters call) {
        targets.chat(call).pin(0);
        return BooleanNode.TRUE;
    }

    private static ApiError unreadable() {
        return ApiError.badRequest("can't parse reaction types JSON object");
    }
}
