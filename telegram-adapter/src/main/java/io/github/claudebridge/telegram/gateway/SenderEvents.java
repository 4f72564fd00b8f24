package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.time.Duration;

/** What others may want to know of the sender. Called on its loop; must not block. */
interface SenderEvents {

    /** A message or a file arrived in a chat. */
    void arrived(ChatId chat);

    /** A group has another number now. */
    void moved(long from, long to);

    /** Telegram wants silence in a chat for a while. */
    void silenced(long chatId, Duration wait);
}
