package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.UserMessage;

/** What an update is to the bot. */
sealed interface Incoming {

    /** A text that somebody wrote. */
    record Text(long userId, UserMessage message) implements Incoming {}

    /** Something else that somebody sent. */
    record Other(long userId, ChatId chat) implements Incoming {}

    /**
     * A button that somebody pressed.
     *
     * @param queryId names the press when it is answered
     * @param userName how the person is called
     * @param data what the button carries
     */
    record Press(String queryId, long userId, String userName, String data) implements Incoming {}

    /** Nothing that a bot in private chats has to do with. */
    record Nothing() implements Incoming {}
}
