package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Delivers messages, each chat's in order and apart from every other chat's. A message is tried until Telegram has it or will
 * never take it; where the outcome of an attempt is unknown it is tried again. What is not delivered when the sender is closed is
 * the caller's to send again after the next start.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final TelegramClient client;
    private final Map<ChatId, SerialExecutor> lanes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Sender(TelegramClient client) {
        this.client = client;
    }

    /**
     * Queues messages for a chat.
     *
     * @param silent whether the phone stays quiet
     * @return completes when all are delivered, or the chat is found closed to the bot; exceptionally if the sender was closed
     */
    CompletableFuture<Void> send(ChatId chat, List<RenderedMessage> messages, boolean silent) {
        SerialExecutor lane = lanes.computeIfAbsent(chat, id -> new SerialExecutor("telegram-send-" + id.value()));
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            lane.execute(() -> {
                try {
                    for (RenderedMessage message : messages) {
                        deliver(chat, message, silent);
                    }
                    done.complete(null);
                } catch (RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    /**
     * Returns when the matter is settled.
     *
     * @throws CancellationException if the sender is closed before
     */
    private void deliver(ChatId chat, RenderedMessage message, boolean silent) {
        RenderedMessage form = message;
        Duration wait = FIRST_WAIT;
        while (true) {
            Delivery delivery = attempt(chat, form, silent);
            if (delivery instanceof Delivery.Sent) {
                return;
            }
            if (delivery instanceof Delivery.Closed end) {
                LOG.warn("Chat {} cannot be written to: {}", chat.value(), end.reason());
                return;
            }
            if (delivery instanceof Delivery.Refused refusal) {
                LOG.error("Telegram refused a message: {}", refusal.reason());
                if (form.entities().isEmpty()) {
                    return;
                }
                form = new RenderedMessage(form.text(), List.of());
                continue;
            }
            Delivery.Later later = (Delivery.Later) delivery;
            Duration pause = later.asked() != null ? later.asked() : wait;
            LOG.info("A message for chat {} waits {} s: {}.", chat.value(), pause.toSeconds(), later.reason());
            pause(pause);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private Delivery attempt(ChatId chat, RenderedMessage message, boolean silent) {
        try {
            client.execute(Wire.sendMessage(chat, message, silent));
            return new Delivery.Sent();
        } catch (TelegramApiException e) {
            return Delivery.of(e);
        }
    }

    private void pause(Duration time) {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException("closed before it was delivered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("closed before it was delivered");
        }
    }

    /** Lets what is on its way arrive for a few seconds, then gives up what waits. */
    @Override
    public void close() {
        lanes.values().forEach(SerialExecutor::shutdown);
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            for (SerialExecutor lane : lanes.values()) {
                lane.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
            lanes.values().forEach(SerialExecutor::shutdownNow);
        }
    }
}
