package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.internal.core.Bot;
import java.util.List;
import java.util.Locale;

/** What a bot hears in groups: everything, or, in privacy mode, only commands, mentions, answers to it and service messages. */
final class GroupPrivacy {

    private static final List<String> SERVICE =
            List.of("forum_topic_created", "migrate_to_chat_id", "migrate_from_chat_id");

    private final Bot bot;

    GroupPrivacy(Bot bot) {
        this.bot = bot;
    }

    boolean lets(JsonNode message) {
        String text = message.path(message.has("text") ? "text" : "caption").asText();
        boolean service = SERVICE.stream().anyMatch(message::has);
        boolean answer =
                message.path("reply_to_message").path("from").path("id").asLong() == bot.id();
        return bot.readsAllGroupMessages()
                || service
                || answer
                || text.startsWith("/")
                || text.toLowerCase(Locale.ROOT).contains("@" + bot.username().toLowerCase(Locale.ROOT));
    }
}
