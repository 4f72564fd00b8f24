package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In a group the bot answers whoever calls it by its name, replies to it or gives it a command; what others say to each other is none
 * of its business. Thread-safe.
 */
final class GroupManners {

    private static final Pattern COMMAND =
            Pattern.compile("/[A-Za-z0-9_]+(?:@([A-Za-z0-9_]+))?(?:\\s.*)?", Pattern.DOTALL);

    private final BotIdentity bot;

    GroupManners(BotIdentity bot) {
        this.bot = bot;
    }

    /** Whether a group's message is meant for the bot. */
    boolean isForBot(JsonNode message) {
        String text = MessageText.of(message);
        return isReplyToBot(message) || isCommand(text) || callsBot(message, text);
    }

    /** In a topic every message that replies to nothing is given as a reply to the topic's beginning, which may be the bot's. */
    private boolean isReplyToBot(JsonNode message) {
        return !message.path("reply_to_message").has("forum_topic_created")
                && bot.isMe(
                        message.path("reply_to_message").path("from").path("id").asLong());
    }

    /** A command without a name is for every bot that hears it; one with a name is for that bot. */
    private boolean isCommand(String text) {
        Matcher command = COMMAND.matcher(text);
        return command.matches() && (command.group(1) == null || bot.isMe(command.group(1)));
    }

    private boolean callsBot(JsonNode message, String text) {
        for (JsonNode entity : MessageText.entities(message)) {
            if (isCall(entity, text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCall(JsonNode entity, String text) {
        String type = entity.path("type").asText();
        if (type.equals("text_mention")) {
            return bot.isMe(entity.path("user").path("id").asLong());
        }
        String name = MessageText.covered(entity, text);
        return type.equals("mention") && name.startsWith("@") && bot.isMe(name.substring(1));
    }

    /** The text without the call at its beginning; as it is when there is nothing else. */
    String withoutCall(JsonNode message) {
        String text = MessageText.of(message);
        for (JsonNode entity : MessageText.entities(message)) {
            if (entity.path("offset").asInt() == 0 && isCall(entity, text)) {
                String rest = text.substring(MessageText.covered(entity, text).length())
                        .strip();
                return rest.isEmpty() ? text : rest;
            }
        }
        return text;
    }
}
