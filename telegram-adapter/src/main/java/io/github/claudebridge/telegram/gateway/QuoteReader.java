package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.conversation.Quote;
import java.util.List;
import java.util.Optional;

/** Finds what of a message is not its sender's: the message that it refers to, and whom it was passed on from. Thread-safe. */
final class QuoteReader {

    /** Where the name of whoever wrote a forwarded message may stand: a person, a hidden one, a group, a channel. */
    private static final List<String> NAMES = List.of(
            "/sender_user/first_name", "/sender_user_name", "/sender_chat/title", "/chat/title", "/chat/first_name");

    private final BotIdentity bot;

    QuoteReader(BotIdentity bot) {
        this.bot = bot;
    }

    Optional<Quote> quote(JsonNode message) {
        JsonNode replied = message.path("reply_to_message");
        JsonNode picked = message.path("quote").path("text");
        // In a topic every message that replies to nothing is given as a reply to the topic's beginning.
        boolean none = replied.isMissingNode() && !message.has("external_reply");
        if ((none || replied.has("forum_topic_created")) && picked.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new Quote(
                replied.path("message_id").asLong(),
                picked.isMissingNode() ? MessageText.of(replied) : picked.asText(),
                bot.isMe(replied.path("from").path("id").asLong())));
    }

    Optional<String> forwardedFrom(JsonNode message) {
        JsonNode origin = message.path("forward_origin");
        if (origin.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(NAMES.stream()
                .map(name -> origin.at(name).asText())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("somebody"));
    }
}
