package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.Backend;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.ChatActions;
import io.github.claudebridge.telegram.testing.internal.chats.Chats;
import io.github.claudebridge.telegram.testing.internal.chats.Drafts;
import io.github.claudebridge.telegram.testing.internal.chats.Message;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
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
    private final ChatActions actions;
    private final RateLimiter rate;

    Sender(Backend backend) {
        this.world = backend.world();
        this.bot = backend.bot();
        this.chats = backend.chats();
        this.drafts = backend.drafts();
        this.actions = backend.actions();
        this.rate = backend.rate();
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
        return post(target, nextMessageId(target.chat()), content);
    }

    /** The number for the next message of a chat, which is not given again. */
    long nextMessageId(Chat chat) {
        return chats.nextMessageId(chat);
    }

    /** {@link #post(Target, ObjectNode)} under a number that has been taken before. */
    ObjectNode post(Target target, long messageId, ObjectNode content) {
        Chat chat = target.chat();
        ObjectNode json = Json.object().put("message_id", messageId);
        target.topic().ifPresent(topic -> json.put("message_thread_id", topic.id()));
        json.set("from", bot.asUser());
        json.set("chat", chat.json());
        json.put("date", world.nowSeconds());
        target.topic().ifPresent(topic -> json.put("is_topic_message", true));
        json.setAll(target.reply());
        json.setAll(content);
        target.keyboard().ifPresent(keyboard -> json.set("reply_markup", keyboard));
        chat.put(new Message(json, true, target.silent()));
        long threadId = target.topic().map(Topic::id).orElse(0L);
        drafts.remove(chat.id(), threadId);
        actions.end(chat.id(), threadId);
        return json;
    }
}
