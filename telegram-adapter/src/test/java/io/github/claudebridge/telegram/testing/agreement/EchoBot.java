package io.github.claudebridge.telegram.testing.agreement;

import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** A bot on the library that the gateway is built on: shows that it types, sends a placeholder, and edits what it has heard into that. */
final class EchoBot implements AutoCloseable {

    private final TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();
    private final OkHttpTelegramClient client;
    private final AtomicInteger heard = new AtomicInteger();

    private EchoBot(String token, TelegramUrl url) {
        client = new OkHttpTelegramClient(token, url);
    }

    static EchoBot start(ComparedServer server) {
        TelegramUrl url = TelegramUrl.builder()
                .schema("http")
                .host(server.root().getHost())
                .port(server.root().getPort())
                .build();
        EchoBot bot = new EchoBot(server.token(), url);
        LongPollingUpdateConsumer consumer = updates -> updates.forEach(update -> bot.echo(update.getMessage()));
        try {
            bot.application.registerBot(server.token(), () -> url, new DefaultGetUpdatesGenerator(), consumer);
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
        return bot;
    }

    private void echo(Message message) {
        String chat = message.getChatId().toString();
        int number = heard.incrementAndGet();
        try {
            client.execute(
                    SendChatAction.builder().chatId(chat).action("typing").build());
            Message placeholder = client.execute(new SendMessage(chat, "…"));
            client.execute(EditMessageText.builder()
                    .chatId(chat)
                    .messageId(placeholder.getMessageId())
                    .text(number + ": " + message.getText())
                    .build());
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages it has heard. */
    int heard() {
        return heard.get();
    }

    @Override
    public void close() {
        try {
            application.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
