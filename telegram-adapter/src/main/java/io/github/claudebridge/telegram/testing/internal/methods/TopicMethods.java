package io.github.claudebridge.telegram.testing.internal.methods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Topic;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Topics of forums, and of private chats where the bot has them switched on. */
final class TopicMethods {

    private static final int LONGEST_NAME = 128;
    private static final int DEFAULT_COLOR = 7322096;
    private static final Set<Integer> COLORS = Set.of(DEFAULT_COLOR, 16766590, 13338331, 9367192, 16749490, 16478047);

    private final Bot bot;
    private final Targets targets;
    private final Sender sender;

    TopicMethods(Bot bot, Targets targets, Sender sender) {
        this.bot = bot;
        this.targets = targets;
        this.sender = sender;
    }

    void register(MethodRegistry registry) {
        registry.add("createForumTopic", this::create)
                .add("editForumTopic", this::edit)
                .add("closeForumTopic", this::close)
                .add("reopenForumTopic", this::reopen)
                .add("deleteForumTopic", this::delete);
    }

    private JsonNode create(Parameters call) {
        Chat chat = forum(call);
        String name = name(call);
        int color = (int) call.number("icon_color", DEFAULT_COLOR);
        if (!COLORS.contains(color)) {
            throw ApiError.badRequest("TOPIC_ICON_COLOR_INVALID");
        }
        sender.charge("createForumTopic", chat);
        Topic topic = new Topic(sender.nextMessageId(chat), name, color, false);
        chat.put(topic);
        announce(chat, topic, topic.id(), Json.object().set("forum_topic_created", topic.created()));
        return topic.created().put("message_thread_id", topic.id());
    }

    private JsonNode edit(Parameters call) {
        String name = call.has("name") ? name(call) : "";
        ObjectNode service = Json.object();
        service.putObject("forum_topic_edited").put("name", name);
        return change(call, service, topic -> name.isEmpty() ? topic : topic.renamed(name));
    }

    private JsonNode close(Parameters call) {
        ObjectNode service = Json.object();
        service.putObject("forum_topic_closed");
        return change(call, service, topic -> topic.withClosed(true));
    }

    private JsonNode reopen(Parameters call) {
        ObjectNode service = Json.object();
        service.putObject("forum_topic_reopened");
        return change(call, service, topic -> topic.withClosed(false));
    }

    private JsonNode change(Parameters call, ObjectNode service, UnaryOperator<Topic> change) {
        Chat chat = forum(call);
        Topic topic = topic(call, chat);
        Topic changed = change.apply(topic);
        if (changed.equals(topic)) {
            throw ApiError.badRequest("TOPIC_NOT_MODIFIED");
        }
        chat.put(changed);
        announce(chat, changed, sender.nextMessageId(chat), service);
        return BooleanNode.TRUE;
    }

    private void announce(Chat chat, Topic topic, long messageId, ObjectNode service) {
        Target target = new Target(chat, Optional.of(topic), Json.object(), Optional.empty(), true);
        sender.post(target, messageId, service);
    }

    private JsonNode delete(Parameters call) {
        Chat chat = forum(call);
        chat.removeTopic(topic(call, chat).id());
        return BooleanNode.TRUE;
    }

    private static Topic topic(Parameters call, Chat chat) {
        return Targets.topic(call, chat).orElseThrow(() -> ApiError.badRequest("message thread not found"));
    }

    private Chat forum(Parameters call) {
        Chat chat = targets.chat(call);
        boolean hasTopics = chat.isPrivate() ? bot.topicsEnabled() : chat.isForum();
        if (!hasTopics) {
            throw ApiError.badRequest("the chat is not a forum");
        }
        return chat;
    }

    private static String name(Parameters call) {
        String name = call.text("name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ApiError.badRequest("topic name must be 1-128 characters long");
        }
        return name;
    }
}
