package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.text.EntityJson;
import io.github.claudebridge.telegram.testing.internal.text.FormattedText;
import io.github.claudebridge.telegram.testing.internal.text.TextPipeline;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** What people write in chats, and the updates that come of it. Thread-safe. */
public final class Inbox {

    private final World world;
    private final Chats chats;
    private final UpdateQueue updates;
    private final GroupPrivacy privacy;

    public Inbox(World world, Bot bot, Chats chats, UpdateQueue updates) {
        this.world = world;
        this.chats = chats;
        this.updates = updates;
        this.privacy = new GroupPrivacy(bot);
    }

    /**
     * A person sends a message.
     *
     * @param from the person, as the sender of a message
     * @param threadId the topic, or 0
     * @param replyTo the message that it answers, or 0
     * @param content the fields that make up what it says
     * @return the message's number
     */
    public long send(ObjectNode from, Chat chat, long threadId, long replyTo, ObjectNode content) {
        return world.change(() -> post(from, chat, chats.nextMessageId(chat), threadId, replyTo, content));
    }

    /**
     * A person opens a topic.
     *
     * @param implicit whether it only came into being with a first message, so that its name is not the person's
     * @return its number
     */
    public long openTopic(ObjectNode from, Chat chat, String name, boolean implicit) {
        return world.change(() -> {
            long id = chats.nextMessageId(chat);
            Topic topic = Topic.opened(id, name);
            chat.put(topic);
            ObjectNode created = topic.created();
            if (implicit) {
                created.put("is_name_implicit", true);
            }
            return post(from, chat, id, id, 0, Json.object().set("forum_topic_created", created));
        });
    }

    /**
     * A person renames, closes or reopens a topic.
     *
     * @param content the fields that tell of it
     */
    public void changeTopic(ObjectNode from, Chat chat, long topicId, UnaryOperator<Topic> change, ObjectNode content) {
        world.change(() -> {
            Topic topic = chat.topic(topicId).orElseThrow(() -> new NoSuchElementException("No topic " + topicId));
            chat.put(change.apply(topic));
            post(from, chat, chats.nextMessageId(chat), topicId, 0, content);
        });
    }

    private long post(ObjectNode from, Chat chat, long id, long threadId, long replyTo, ObjectNode content) {
        if (chat.access() instanceof Access.Unknown) {
            chat.setAccess(new Access.Open());
        }
        ObjectNode json = Json.object().put("message_id", id);
        if (threadId != 0) {
            json.put("message_thread_id", threadId).put("is_topic_message", true);
        }
        json.set("from", from);
        json.set("chat", chat.json());
        json.put("date", world.nowSeconds());
        chat.message(replyTo == 0 ? beginningOfTopic(chat, id, threadId) : replyTo)
                .ifPresent(replied -> json.set("reply_to_message", replied.asReplied()));
        json.setAll(content);
        chat.put(new Message(json, false, false));
        tellBot("message", chat, json);
        return id;
    }

    /** In a forum every message that answers no other answers the one with which its topic began; 0 where there is none. */
    private static long beginningOfTopic(Chat chat, long messageId, long threadId) {
        return chat.isForum() && messageId != threadId ? threadId : 0;
    }

    /** A person changes the text of one of the own messages, or the caption of one with a file. */
    public void edit(Chat chat, long messageId, String newText) {
        world.change(() -> {
            Message message = chat.message(messageId)
                    .filter(found -> !found.byBot())
                    .orElseThrow(() -> new IllegalArgumentException("No message " + messageId + " to edit"));
            ObjectNode json = message.json().deepCopy();
            json.remove(List.of("entities", "caption", "caption_entities"));
            json.setAll(json.has("text") ? typed(newText) : caption(newText));
            json.put("edit_date", world.nowSeconds());
            chat.put(message.edited(json));
            tellBot("edited_message", chat, json);
        });
    }

    /** A part of a message, as the {@code quote} of an answer to it. */
    public ObjectNode quote(Chat chat, long messageId, String quote) {
        return world.read(() -> {
            int position = chat.message(messageId)
                    .map(message -> message.text().indexOf(quote))
                    .filter(index -> index >= 0)
                    .orElseThrow(() -> new NoSuchElementException("Message " + messageId + " has no: " + quote));
            return Json.object().put("text", quote).put("position", position).put("is_manual", true);
        });
    }

    /** Who wrote a text that is sent on, as its {@code forward_origin}. */
    public ObjectNode hiddenAuthor(String name) {
        return Json.object()
                .put("type", "hidden_user")
                .put("sender_user_name", name)
                .put("date", world.nowSeconds());
    }

    /** The fields of a message that a person has typed. */
    public static ObjectNode typed(String text) {
        return formatted(text, "text", "entities");
    }

    /** The fields of a caption that a person has typed; none for an empty one. */
    public static ObjectNode caption(String text) {
        return text.isEmpty() ? Json.object() : formatted(text, "caption", "caption_entities");
    }

    private void tellBot(String kind, Chat chat, ObjectNode json) {
        if (chat.access() instanceof Access.Open && (chat.isPrivate() || privacy.lets(json))) {
            updates.add(kind, json);
        }
    }

    private static ObjectNode formatted(String text, String field, String entitiesField) {
        FormattedText found = TextPipeline.typed(text);
        ObjectNode content = Json.object().put(field, text);
        if (!found.entities().isEmpty()) {
            content.set(entitiesField, EntityJson.write(found.entities()));
        }
        return content;
    }
}
