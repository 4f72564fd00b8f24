package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Shows "typing…" for as long as work goes on. Telegram shows it for five seconds, so it is said again every four. */
final class Typing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Typing.class);
    private static final long REFRESH_SECONDS = 4;

    private final TelegramClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "telegram-typing");
        thread.setDaemon(true);
        return thread;
    });

    Typing(TelegramClient client) {
        this.client = client;
    }

    Chat.Activity in(ChatId chat) {
        Future<?> refresh = clock.scheduleAtFixedRate(() -> show(chat), 0, REFRESH_SECONDS, TimeUnit.SECONDS);
        return () -> refresh.cancel(false);
    }

    /** Cosmetic: what fails is not tried before the next refresh. */
    private void show(ChatId chat) {
        try {
            Future<?> unused = client.executeAsync(Wire.typing(chat)).whenComplete((shown, failure) -> {
                if (failure != null) {
                    LOG.debug("The typing sign was not shown in chat {}.", chat.value());
                }
            });
        } catch (TelegramApiException | RuntimeException e) {
            LOG.debug("The typing sign was not sent to chat {}.", chat.value());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
