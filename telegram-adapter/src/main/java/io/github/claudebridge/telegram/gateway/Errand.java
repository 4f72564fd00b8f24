package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is to be done in a chat, tried until it is settled. Its methods are called on the sender's loop, one at a time, and
 * must neither block nor throw.
 */
interface Errand {

    ChatId chat();

    Lane lane();

    /** What it takes from the chat's budget, where a message takes 1. */
    default double cost() {
        return 1;
    }

    /** When it may be done at the earliest; looked at only for {@link Lane#COSMETIC}. */
    default Instant due() {
        return Instant.MIN;
    }

    /** The call, asked for before every attempt; nothing when there is nothing left to do. */
    Optional<Call> call();

    /** The last attempt may have succeeded, and another follows. */
    default void repeated() {}

    /** Telegram did it, and this is what it said. */
    void done(Object result);

    /**
     * Telegram does not accept the call in this form.
     *
     * @return whether there is another form to try
     */
    boolean refused(String reason);

    /** It can never be done, because the chat is closed to the bot. */
    void impossible(String reason);

    /** The sender was closed before it was done. */
    default void abandoned() {}
}
