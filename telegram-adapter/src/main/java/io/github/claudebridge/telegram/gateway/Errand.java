package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** Something that is to be done in a chat, tried until it is settled. Its methods are called one at a time and must not throw. */
interface Errand {

    ChatId chat();

    /** The call, asked for before every attempt; nothing when there is nothing left to do. */
    Optional<BotApiMethod<?>> call();

    /** The last attempt may have succeeded, and another follows. */
    void repeated();

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
}
