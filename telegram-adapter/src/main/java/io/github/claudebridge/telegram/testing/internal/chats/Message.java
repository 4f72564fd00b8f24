package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message. The JSON is what the Bot API would show of it and is not changed after the message is made.
 *
 * @param json the message object
 * @param byBot whether the bot sent it
 * @param silent whether it came without a sound
 * @param reactions the reactions to it, by the identifier of who reacted
 */
public record Message(ObjectNode json, boolean byBot, boolean silent, Map<Long, String> reactions) {

    public Message(ObjectNode json, boolean byBot, boolean silent) {
        this(json, byBot, silent, Map.of());
    }

    public long id() {
        return json.path("message_id").asLong();
    }

    public long chatId() {
        return json.path("chat").path("id").asLong();
    }

    public Optional<Long> threadId() {
        JsonNode thread = json.path("message_thread_id");
        return thread.isMissingNode() ? Optional.empty() : Optional.of(thread.asLong());
    }

    /** Its text, or the caption of its file, or the plain text of its rich message; empty when it has none of them. */
    public String text() {
        if (json.has("rich_message")) {
            return String.join("\n", json.path("rich_message").path("blocks").findValuesAsText("text"));
        }
        return json.path(json.has("text") ? "text" : "caption").asText();
    }

    /** What comes back from its callback button with this text, if it has one. */
    public Optional<String> callbackData(String buttonText) {
        for (JsonNode row : json.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.has("callback_data") && button.path("text").asText().equals(buttonText)) {
                    return Optional.of(button.path("callback_data").asText());
                }
            }
        }
        return Optional.empty();
    }

    /** The same message with other content. */
    public Message edited(ObjectNode newJson) {
        return new Message(newJson, byBot, silent, reactions);
    }

    /** The same message with another reaction of this person or bot; an empty one takes it back. */
    public Message reacted(long who, String reaction) {
        Map<Long, String> changed = new LinkedHashMap<>(reactions);
        changed.remove(who);
        if (!reaction.isEmpty()) {
            changed.put(who, reaction);
        }
        return new Message(json, byBot, silent, Collections.unmodifiableMap(changed));
    }

    /** As the {@code reply_to_message} of another message: without the message it answers itself. */
    public ObjectNode asReplied() {
        ObjectNode copy = json.deepCopy();
        copy.remove("reply_to_message");
        return copy;
    }
}
