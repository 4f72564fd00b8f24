package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.internal.SerialExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
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
    private final Map<Long, SerialExecutor> lanes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Sender(TelegramClient client) {
        this.client = client;
    }

    /**
     * Queues an errand behind the others of its chat.
     *
     * @param making makes the errand, given what it has to run when it is settled
     * @return completes when it is settled; exceptionally if the sender was closed before
     */
    CompletableFuture<Void> send(Function<Runnable, Errand> making) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        Errand errand = making.apply(() -> settled.complete(null));
        SerialExecutor lane =
                lanes.computeIfAbsent(errand.chat().value(), id -> new SerialExecutor("telegram-send-" + id));
        try {
            lane.execute(() -> {
                try {
                    run(errand);
                } catch (RuntimeException e) {
                    settled.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            settled.completeExceptionally(e);
        }
        return settled;
    }

    /**
     * Returns when the matter is settled.
     *
     * @throws CancellationException if the sender is closed before
     */
    private void run(Errand errand) {
        Duration wait = FIRST_WAIT;
        while (true) {
            Optional<BotApiMethod<?>> call = errand.call();
            if (call.isEmpty()) {
                return;
            }
            Attempt attempt = attempt(call.get());
            if (attempt.delivery() instanceof Delivery.Sent) {
                errand.done(attempt.result());
                return;
            }
            if (attempt.delivery() instanceof Delivery.Closed end) {
                LOG.warn("Chat {} cannot be written to: {}", errand.chat().value(), end.reason());
                errand.impossible(end.reason());
                return;
            }
            if (attempt.delivery() instanceof Delivery.Refused refusal) {
                LOG.error("Telegram refused a message: {}", refusal.reason());
                if (!errand.refused(refusal.reason())) {
                    return;
                }
                continue;
            }
            Duration pause = wait;
            if (attempt.delivery() instanceof Delivery.Unknown) {
                errand.repeated();
            } else if (attempt.delivery() instanceof Delivery.Later later && later.asked() != null) {
                pause = later.asked();
            }
            LOG.info(
                    "A message for chat {} waits {} s: {}.",
                    errand.chat().value(),
                    pause.toSeconds(),
                    attempt.delivery());
            pause(pause);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private record Attempt(Delivery delivery, Object result) {}

    private Attempt attempt(BotApiMethod<?> call) {
        try {
            return new Attempt(new Delivery.Sent(), client.execute(call));
        } catch (TelegramApiException e) {
            return new Attempt(Delivery.of(e), false);
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
