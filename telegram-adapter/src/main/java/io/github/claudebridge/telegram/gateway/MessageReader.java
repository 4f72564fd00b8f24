package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserFile;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the JSON of a message. Thread-safe. */
final class MessageReader {

    private static final Set<String> CHATS = Set.of("private", "group", "supergroup");

    /** What people send that is neither text nor file; other messages are the service's own, such as "pinned a message". */
    private static final Set<String> OTHER =
            Set.of("contact", "dice", "location", "paid_media", "poll", "rich_message", "sticker", "story", "venue");

    private final GroupManners manners;
    private final QuoteReader quotes;
    private final Predicate<ChatId> bound;

    /**
     * @param bound whether a topic of a group was given to the bot, so that everything there is meant for it
     */
    MessageReader(BotIdentity bot, Predicate<ChatId> bound) {
        this.bound = bound;
        this.manners = new GroupManners(bot);
        this.quotes = new QuoteReader(bot);
    }

    /** A message that was sent. */
    Incoming said(JsonNode message) {
        JsonNode movedTo = message.path("migrate_to_chat_id");
        if (movedTo.isIntegralNumber() && message.path("chat").path("id").isIntegralNumber()) {
            return new Incoming.Moved(message.path("chat").path("id").longValue(), movedTo.longValue());
        }
        boolean addressed = isForBot(message);
        Optional<UserMessage> content = content(message);
        if (content.isPresent()) {
            return new Incoming.Said(
                    content.get(), message.path("media_group_id").asText(), addressed);
        }
        return addressed && isSentBySomebody(message) && OTHER.stream().anyMatch(message::has)
                ? new Incoming.Other(message.path("from").path("id").longValue(), where(message))
                : new Incoming.Nothing();
    }

    /** A message that was changed. */
    Incoming edited(JsonNode message) {
        boolean addressed = isForBot(message);
        Optional<Incoming> edited = content(message).filter(any -> addressed).map(Incoming.Edited::new);
        return edited.orElseGet(Incoming.Nothing::new);
    }

    private boolean isForBot(JsonNode message) {
        return isPrivate(message)
                || manners.isForBot(message)
                || (where(message).topic() != 0 && bound.test(where(message)));
    }

    private static boolean isPrivate(JsonNode message) {
        return message.path("chat").path("type").asText().equals("private");
    }

    private static boolean isSentBySomebody(JsonNode message) {
        return CHATS.contains(message.path("chat").path("type").asText())
                && message.path("from").path("id").isIntegralNumber()
                && message.path("chat").path("id").isIntegralNumber();
    }

    private static ChatId where(JsonNode message) {
        long topic = message.path("is_topic_message").asBoolean()
                ? message.path("message_thread_id").asLong()
                : 0;
        return new ChatId(message.path("chat").path("id").longValue(), topic);
    }

    private Optional<UserMessage> content(JsonNode message) {
        String text = isPrivate(message) ? MessageText.of(message) : manners.withoutCall(message);
        List<UserFile> files = FileReader.files(message);
        if (!isSentBySomebody(message) || (text.isBlank() && files.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new UserMessage(
                where(message),
                text,
                files,
                message.path("from").path("id").longValue(),
                message.path("message_id").asLong(),
                quotes.quote(message),
                quotes.forwardedFrom(message),
                Instant.ofEpochSecond(message.path("date").asLong())));
    }
}
