package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** One call of the Bot API. */
@FunctionalInterface
interface Call {

    /**
     * Begins the call and returns at once.
     *
     * @param chat the chat under its present number
     * @return what Telegram says
     * @throws TelegramApiException if the call cannot even be made
     */
    CompletableFuture<?> begin(TelegramClient client, ChatId chat) throws TelegramApiException;
}
