package io.github.claudebridge.telegram.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Reads the bot's updates by long polling. A batch is confirmed by the next poll, which the polling session sends only after
 * {@link #store} has returned; so a batch that is not stored is never confirmed.
 */
final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final long STORE_AGAIN_SECONDS = 5;

    private final ScheduledExecutorService executor;
    private final PollBackOff backOff = new PollBackOff();
    private final PollHealth health = new PollHealth();
    private final OkHttpClient client;
    private final BotSession session;
    private final Consumer<Map<Long, String>> inbox;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param inbox stores updates by their number; when it returns they are safe
     * @param onFailure told on the polling thread when polling can not go on
     */
    Poller(TelegramConnection connection, Consumer<Map<Long, String>> inbox, Consumer<GatewayFailure> onFailure) {
        this.inbox = inbox;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "telegram-poll");
            thread.setDaemon(true);
            return thread;
        });
        this.client = connection.pollingClient(new PollWatch(backOff, health, onFailure));
        this.session = connection.session(client, new PollTasks(executor, backOff, health, this::store));
    }

    /** Starts polling and returns at once; where there is no network yet, it begins when there is. */
    void start() {
        executor.execute(this::connect);
    }

    /** The session's start removes a webhook first, and gives up when that fails. */
    private void connect() {
        if (closed.getCount() == 0) {
            return;
        }
        try {
            session.start();
        } catch (TelegramApiException | RuntimeException e) {
            Future<?> unused = executor.schedule(this::connect, backOff.nextBackOffMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Returns when the updates are stored. The session's thread ends without a word when this throws, so it throws only when the
     * poller is closed: the session must not go on then and confirm what is not stored.
     */
    private void store(List<Update> updates) {
        Map<Long, String> payloads = new LinkedHashMap<>();
        for (Update update : updates) {
            if (update instanceof RawUpdate raw) {
                payloads.put((long) raw.getUpdateId(), raw.json());
            }
        }
        while (!stored(payloads)) {
            try {
                if (closed.await(STORE_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                    throw new CancellationException("closed before the updates were stored");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("closed before the updates were stored");
            }
        }
    }

    private boolean stored(Map<Long, String> payloads) {
        try {
            inbox.accept(payloads);
            return true;
        } catch (RuntimeException e) {
            LOG.error("New messages wait at Telegram until they can be stored: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        if (session.getRunningPolling() != null) {
            session.stop();
        }
        closed.countDown();
        TelegramConnection.release(client);
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The poll did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
