package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bot hears in groups: everything, or, in privacy mode, only commands, mentions, answers to it and service messages. */
final class GroupPrivacy {

    private static final List<String> SERVICE = List.of(
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened",
            "migrate_to_chat_id",
            "migrate_from_chat_id");
    private static final Pattern NAMED_COMMAND = Pattern.compile("/\\w+@(\\w+)");

    private final Bot bot;
    private final Pattern mention;

    GroupPrivacy(Bot bot) {
        this.bot = bot;
        this.mention = Pattern.compile("(?<!\\w)@" + bot.username() + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    boolean lets(JsonNode message) {
        String text = message.path(message.has("text") ? "text" : "caption").asText();
        boolean service = SERVICE.stream().anyMatch(message::has);
        boolean answer =
                message.path("reply_to_message").path("from").path("id").asLong() == bot.id();
        return bot.readsAllGroupMessages()
                || service
                || answer
                || isForThisBot(text)
                || mention.matcher(text).find();
    }

    private boolean isForThisBot(String text) {
        Matcher named = NAMED_COMMAND.matcher(text);
        return text.startsWith("/") && (!named.lookingAt() || named.group(1).equalsIgnoreCase(bot.username()));
    }
}
