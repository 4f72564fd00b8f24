package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;

/** What people do in chats, and the updates that come of it. Thread-safe. */
public final class Inbox {

    private final World world;
    private final Chats chats;
    private final UpdateQueue updates;

    public Inbox(World world, Chats chats, UpdateQueue updates) {
        this.world = world;
        this.chats = chats;
        this.updates = updates;
    }

    /**
     * A person sends a message.
     *
     * @param from the person, as the sender of a message
     * @param threadId the topic, or 0
     * @param content the fields that make up what it says
     * @return the message's number
     */
    public long send(ObjectNode from, Chat chat, long threadId, ObjectNode content) {
        return world.change(() -> {
            if (chat.access() instanceof Access.Unknown) {
                chat.setAccess(new Access.Open());
            }
            ObjectNode json = Json.object().put("message_id", chats.nextMessageId(chat));
            if (threadId != 0) {
                json.put("message_thread_id", threadId).put("is_topic_message", true);
            }
            json.set("from", from);
            json.set("chat", chat.json());
            json.put("date", world.nowSeconds());
            json.setAll(content);
            chat.put(new Message(json, false, false));
            updates.add("message", json);
            return json.path("message_id").asLong();
        });
    }

    /** The fields of a message that a person has typed. */
    public static ObjectNode typed(String text) {
        FormattedText found = TextPipeline.typed(text);
        ObjectNode content = Json.object().put("text", text);
        if (!found.entities().isEmpty()) {
            content.set("entities", EntityJson.write(found.entities()));
        }
        return content;
    }
}
