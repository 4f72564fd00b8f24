package io.github.claudebridge.telegram.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody who is allowed to wrote or sent in a chat; an album is one message. Immutable.
 *
 * @param chat where it was written, and where the answer belongs
 * @param text what was written, perhaps below files, without a call of the bot's name at its beginning; not blank unless there are
 *     files
 * @param files what was sent along
 * @param userId the number of the person; 0 if unknown
 * @param messageId the number of the message in the chat, of the first one for an album; 0 if unknown
 * @param quote the message that it replies to, if it does
 * @param forwardedFrom whose text and files these are, by the name that the chat shows, if they were passed on and are not the person's own
 * @param sentAt when it was written, in whole seconds of the chat's own clock
 */
public record UserMessage(
        ChatId chat,
        String text,
        List<UserFile> files,
        long userId,
        long messageId,
        Optional<Quote> quote,
        Optional<String> forwardedFrom,
        Instant sentAt) {

    public UserMessage {
        files = List.copyOf(files);
    }

    /** A text of which nothing else is known. */
    public UserMessage(ChatId chat, String text, Instant sentAt) {
        this(chat, text, List.of(), 0, 0, Optional.empty(), Optional.empty(), sentAt);
    }

    /** The same with another text. */
    public UserMessage saying(String other) {
        return new UserMessage(chat, other, files, userId, messageId, quote, forwardedFrom, sentAt);
    }

    /** The number of the message that it replies to; 0 if it replies to none of this chat. */
    public long repliesTo() {
        return quote.map(Quote::messageId).orElse(0L);
    }
}
