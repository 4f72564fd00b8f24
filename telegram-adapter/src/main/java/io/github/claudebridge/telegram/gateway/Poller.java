package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Reads the bot's updates by long polling. A batch is confirmed by the next poll, which the polling session sends only after
 * {@link #store} has returned; so a batch that is not stored is never confirmed. Polling that died or fell silent is begun anew.
 */
final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final long STORE_AGAIN_SECONDS = 5;
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final ScheduledExecutorService executor = thread("telegram-poll");
    private final ScheduledExecutorService watch = thread("telegram-watch");
    private final PollHealth health;
    private final PollBackOff backOff;
    private final AtomicInteger position = new AtomicInteger();
    private volatile int lastStored;
    private final BotIdentity identity;
    private final OkHttpClient client;
    private final Supplier<BotSession> sessions;
    private final UpdateInbox inbox;
    private final Duration look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable BotSession session;

    /**
     * @param inbox stores updates; when it returns they are safe
     * @param onFailure told on the polling thread when polling can not go on
     */
    Poller(TelegramConnection connection, UpdateInbox inbox, Consumer<GatewayFailure> onFailure) {
        this(connection, inbox, onFailure, LOOK);
    }

    /**
     * @param look how often to look whether polling lives
     */
    Poller(TelegramConnection connection, UpdateInbox inbox, Consumer<GatewayFailure> onFailure, Duration look) {
        this.inbox = inbox;
        this.look = look;
        this.identity = connection.identity();
        this.health = new PollHealth(Instant::now);
        this.backOff = new PollBackOff(health);
        this.client = connection.pollingClient(new PollWatch(backOff, health, onFailure));
        PollTasks tasks = new PollTasks(executor, backOff, health, position, this::store);
        this.sessions = () -> connection.session(client, tasks);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts polling and returns at once; where there is no network yet, it begins when there is. */
    void start() {
        connectSoon(Duration.ZERO);
        Future<?> unused =
                watch.scheduleWithFixedDelay(this::lookAfter, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connectSoon(Duration delay) {
        Future<?> unused = executor.schedule(this::connect, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The session's start removes a webhook first, and gives up when that fails. */
    private void connect() {
        if (closed.getCount() == 0) {
            return;
        }
        // The session moves the position before an update is stored, and the next poll confirms what is before it.
        position.set(lastStored);
        identity.learn();
        BotSession next = sessions.get();
        try {
            next.start();
            use(next);
        } catch (TelegramApiException | RuntimeException e) {
            connectSoon(Duration.ofMillis(backOff.nextBackOffMillis()));
        }
    }

    private synchronized void use(BotSession next) {
        session = next;
    }

    /** The session says that it runs also when its thread is gone. */
    private synchronized void lookAfter() {
        BotSession current = session;
        if (current == null || closed.getCount() == 0) {
            return;
        }
        Future<?> polling = current.getRunningPolling();
        if ((polling != null && polling.isDone()) || health.isSilent()) {
            LOG.error("Reading messages had stopped; it is begun again.");
            session = null;
            current.stop();
            client.dispatcher().cancelAll();
            health.alive(Duration.ZERO);
            connectSoon(Duration.ZERO);
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
        for (int attempt = 1; !stored(payloads, attempt); attempt++) {
            health.alive(Duration.ofSeconds(STORE_AGAIN_SECONDS));
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

    private boolean stored(Map<Long, String> payloads, int attempt) {
        try {
            inbox.receive(payloads);
            lastStored = position.get();
            return true;
        } catch (RuntimeException e) {
            LOG.error("New messages wait at Telegram until they can be stored: {}", e.getMessage());
            if (attempt == 1) {
                inbox.notStored(payloads);
            }
            return false;
        }
    }

    /** Whether polling goes on: something was heard of it lately. */
    boolean lives() {
        return !health.isSilent();
    }

    @Override
    public void close() {
        closed.countDown();
        watch.shutdownNow();
        synchronized (this) {
            if (session != null) {
                session.stop();
            }
        }
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
