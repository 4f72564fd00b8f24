package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Optional;

/** What an update is to the bot. */
sealed interface Incoming {

    /** Whom it comes from; 0 for nobody. */
    long userId();

    /** Where it can be answered; empty where an answer is not expected. */
    default Optional<ChatId> where() {
        return Optional.empty();
    }

    /**
     * What somebody wrote or sent.
     *
     * @param album the album that it is a part of; empty for none
     * @param addressed whether it is meant for the bot, as everything in a private chat is
     */
    record Said(UserMessage message, String album, boolean addressed) implements Incoming {
        @Override
        public long userId() {
            return message.userId();
        }

        @Override
        public Optional<ChatId> where() {
            return addressed ? Optional.of(message.chat()) : Optional.empty();
        }
    }

    /** A message that reads differently now. */
    record Edited(UserMessage message) implements Incoming {
        @Override
        public long userId() {
            return message.userId();
        }
    }

    /** Something for the bot that it cannot understand, such as a place or a poll. */
    record Other(long userId, ChatId chat) implements Incoming {
        @Override
        public Optional<ChatId> where() {
            return Optional.of(chat);
        }
    }

    /**
     * A button that somebody pressed.
     *
     * @param queryId names the press when it is answered
     * @param userName how the person is called
     * @param data what the button carries
     */
    record Press(String queryId, long userId, String userName, String data) implements Incoming {}

    /**
     * The stop button of a draft. Drafts are seen in private chats only, whose numbers are those of the people.
     *
     * @param draft the draft's number
     */
    record Stop(long userId, int draft) implements Incoming {}

    /**
     * The bot was shut out of a chat, or let in again; that is Telegram's word, whoever did it.
     *
     * @param userId who did it
     */
    record Membership(long userId, long chatId, boolean isMember) implements Incoming {}

    /** A group became a supergroup, which has another number. */
    record Moved(long from, long to) implements Incoming {
        @Override
        public long userId() {
            return 0;
        }
    }

    /** Nothing that the bot has to do with. */
    record Nothing() implements Incoming {
        @Override
        public long userId() {
            return 0;
        }
    }
}
