package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.Draft;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.updates.UpdateQueue;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What people do in chats besides writing, and the updates that come of it. Thread-safe. */
public final class Gestures {

    private final World world;
    private final Bot bot;
    private final Callbacks callbacks;
    private final Drafts drafts;
    private final UpdateQueue updates;

    public Gestures(World world, Bot bot, Callbacks callbacks, Drafts drafts, UpdateQueue updates) {
        this.world = world;
        this.bot = bot;
        this.callbacks = callbacks;
        this.drafts = drafts;
        this.updates = updates;
    }

    /** A person presses the button with this text; returns the query's identifier. */
    public String press(ObjectNode from, Chat chat, long messageId, String buttonText) {
        return world.change(() -> {
            Message message =
                    chat.message(messageId).orElseThrow(() -> new NoSuchElementException("No message " + messageId));
            String data = message.callbackData(buttonText)
                    .orElseThrow(() -> new NoSuchElementException(
                            "No callback button \"" + buttonText + "\" under message " + messageId));
            return query(from, message.json(), data);
        });
    }

    /** A person presses the button with this text under the newest message of a chat and topic ({@code 0} for none) that has one. */
    public String pressNewest(ObjectNode from, Chat chat, long threadId, String buttonText) {
        return world.change(() -> {
            List<Message> messages = chat.messages();
            for (int i = messages.size() - 1; i >= 0; i--) {
                Message message = messages.get(i);
                Optional<String> data = message.callbackData(buttonText);
                if (data.isPresent() && message.threadId().orElse(0L) == threadId) {
                    return query(from, message.json(), data.get());
                }
            }
            throw new NoSuchElementException("No callback button \"" + buttonText + "\" in chat " + chat.id());
        });
    }

    /** A person presses a button of a message that the server no longer shows; returns the query's identifier. */
    public String pressForgotten(ObjectNode from, Chat chat, long messageId, String data) {
        return world.change(() -> {
            ObjectNode bare = Json.object().put("message_id", messageId).put("date", 0);
            bare.set("chat", chat.json());
            return query(from, bare, data);
        });
    }

    private String query(ObjectNode from, ObjectNode message, String data) {
        String id = callbacks.press();
        ObjectNode query = Json.object().put("id", id);
        query.set("from", from);
        query.set("message", message);
        query.put("chat_instance", "-" + bot.id()).put("data", data);
        updates.add("callback_query", query);
        return id;
    }

    /** A person reacts to a message; an empty reaction takes it back. */
    public void react(ObjectNode from, Chat chat, long messageId, String emoji) {
        if (!emoji.isEmpty() && !Reactions.isAllowed(emoji)) {
            throw new IllegalArgumentException("Not a reaction: " + emoji);
        }
        world.change(() -> {
            Message message =
                    chat.message(messageId).orElseThrow(() -> new NoSuchElementException("No message " + messageId));
            long who = from.path("id").asLong();
            ObjectNode reaction = Json.object().put("message_id", messageId).put("date", world.nowSeconds());
            reaction.set("chat", chat.json());
            reaction.set("user", from);
            addReaction(reaction.putArray("old_reaction"), message.reactions().getOrDefault(who, ""));
            addReaction(reaction.putArray("new_reaction"), emoji);
            chat.put(message.reacted(who, emoji));
            updates.add("message_reaction", reaction);
        });
    }

    private static void addReaction(ArrayNode list, String emoji) {
        if (!emoji.isEmpty()) {
            list.addObject().put("type", "emoji").put("emoji", emoji);
        }
    }

    /** A person taps the stop button of the draft in a chat and topic ({@code 0} for none). */
    public void stopDraft(Chat chat, long threadId) {
        world.change(() -> {
            Draft draft = drafts.shown(chat.id(), threadId)
                    .filter(Draft::canStop)
                    .orElseThrow(() -> new NoSuchElementException("No draft with a stop button in chat " + chat.id()));
            if (!draft.keepOnStop()) {
                drafts.remove(chat.id(), threadId);
            }
            ObjectNode stopped = Json.object();
            stopped.set("chat", chat.json());
            if (threadId != 0) {
                stopped.put("message_thread_id", threadId);
            }
            updates.add("stopped_message_generation", stopped.put("draft_id", draft.draftId()));
        });
    }

    /** The bot's own standing in a chat changes, such as from {@code member} to {@code kicked}. */
    public void changeBotStatus(ObjectNode from, Chat chat, Access access, String oldStatus, String newStatus) {
        world.change(() -> {
            chat.setAccess(access);
            ObjectNode change = Json.object();
            change.set("chat", chat.json());
            change.set("from", from);
            change.put("date", world.nowSeconds());
            change.set("old_chat_member", member(oldStatus));
            change.set("new_chat_member", member(newStatus));
            updates.add("my_chat_member", change);
        });
    }

    private ObjectNode member(String status) {
        ObjectNode member = Json.object();
        member.set("user", bot.asUser());
        member.put("status", status);
        return status.equals("kicked") ? member.put("until_date", 0) : member;
    }
}
