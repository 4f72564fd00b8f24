package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One chat with its messages and topics. Guarded by the world's lock. */
public final class Chat {

    /** The kinds of chat a bot can be in here. */
    public enum Kind {
        PRIVATE,
        GROUP,
        SUPERGROUP
    }

    private final long id;
    private final Kind kind;
    private final String title;
    private final boolean forum;
    private final NavigableMap<Long, Message> messages = new TreeMap<>();
    private final NavigableMap<Long, Topic> topics = new TreeMap<>();
    private Access access = new Access.Unknown();
    private long ownMessageIds;
    private long pinned;

    Chat(long id, Kind kind, String title, boolean forum) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.forum = forum;
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The person's first name, or the group's title. */
    public String title() {
        return title;
    }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    public boolean isForum() {
        return forum;
    }

    public Access access() {
        return access;
    }

    public void setAccess(Access access) {
        this.access = access;
    }

    /** As the {@code chat} field of a message. */
    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", id);
        json.put(isPrivate() ? "first_name" : "title", title);
        json.put("type", kind.name().toLowerCase(Locale.ROOT));
        if (forum) {
            json.put("is_forum", true);
        }
        return json;
    }

    /** Puts a message in, or a newer version of it in its place. */
    public void put(Message message) {
        messages.put(message.id(), message);
    }

    public void remove(long messageId) {
        messages.remove(messageId);
    }

    public Optional<Message> message(long messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    /** All messages, oldest first. */
    public List<Message> messages() {
        return new ArrayList<>(messages.values());
    }

    /** Pins a message in the place of the one that was; 0 unpins. */
    public void pin(long messageId) {
        pinned = messageId;
    }

    public long pinned() {
        return pinned;
    }

    public void put(Topic topic) {
        topics.put(topic.id(), topic);
    }

    public void removeTopic(long topicId) {
        topics.remove(topicId);
        messages.values()
                .removeIf(message ->
                        message.threadId().filter(thread -> thread == topicId).isPresent());
    }

    public Optional<Topic> topic(long topicId) {
        return Optional.ofNullable(topics.get(topicId));
    }

    public Collection<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /** The next number in a chat that counts its own messages. */
    long nextOwnMessageId() {
        return ++ownMessageIds;
    }
}
