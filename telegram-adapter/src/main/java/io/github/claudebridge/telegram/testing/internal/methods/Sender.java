package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.rate.RateLimiter;

/** Puts the bot's messages into chats. Guarded by the world's lock. */
final class Sender {

    private final World world;
    private final Bot bot;
    private final Chats chats;
    private final Drafts drafts;
    private final RateLimiter rate;

    Sender(World world, Bot bot, Chats chats, Drafts drafts, RateLimiter rate) {
        this.world = world;
        this.bot = bot;
        this.chats = chats;
        this.drafts = drafts;
        this.rate = rate;
    }

    /** Charges the chat for a call that is about to change something. */
    void charge(String method, Chat chat) {
        rate.charge(method, chat, 1);
    }

    /** Charges the chat for a call that is about to add several messages. */
    void charge(String method, Chat chat, int messages) {
        rate.charge(method, chat, messages);
    }

    /**
     * Adds a message.
     *
     * @param content the fields that make up what it says
     * @return the whole message
     */
    ObjectNode post(Target target, ObjectNode content) {
        Chat chat = target.chat();
        ObjectNode json = Json.object().put("message_id", chats.nextMessageId(chat));
        target.topic().ifPresent(topic -> json.put("message_thread_id", topic.id()));
        json.set("from", bot.asUser());
        json.set("chat", chat.json());
        json.put("date", world.nowSeconds());
        target.topic().ifPresent(topic -> json.put("is_topic_message", true));
        json.setAll(target.reply());
        json.setAll(content);
        target.keyboard().ifPresent(keyboard -> json.set("reply_markup", keyboard));
        chat.put(new Message(json, true, target.silent()));
        drafts.remove(chat.id(), target.topic().map(topic -> topic.id()).orElse(0L));
        return json;
    }
}
