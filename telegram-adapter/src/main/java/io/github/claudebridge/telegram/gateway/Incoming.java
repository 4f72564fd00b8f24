package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Optional;

/** What an update is to the bot. */
sealed interface Incoming {

    /** Whom it comes from; 0 for nobody. */
    long userId();

    /** Where it can be answered. */
    Optional<ChatId> where();

    /**
     * What somebody wrote or sent.
     *
     * @param album the album that it is a part of; empty for none
     */
    record Said(UserMessage message, String album) implements Incoming {
        @Override
        public long userId() {
            return message.userId();
        }

        @Override
        public Optional<ChatId> where() {
            return Optional.of(message.chat());
        }
    }

    /** Something that can not be understood, such as a place or a poll. */
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
    record Press(String queryId, long userId, String userName, String data) implements Incoming {
        @Override
        public Optional<ChatId> where() {
            return Optional.empty();
        }
    }

    /** Nothing that a bot in private chats has to do with. */
    record Nothing() implements Incoming {
        @Override
        public long userId() {
            return 0;
        }

        @Override
        public Optional<ChatId> where() {
            return Optional.empty();
        }
    }
}
