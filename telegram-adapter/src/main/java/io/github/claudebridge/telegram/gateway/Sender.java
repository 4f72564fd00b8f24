package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Does errands in chats, each chat's in order and apart from every other chat's, within one budget for each chat and one for all.
 * An errand is tried until it is settled; where the outcome of an attempt is unknown it is tried again. All the state belongs to one
 * loop, so that many chats cost no threads. Thread-safe.
 */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String SHUT_OUT = "the bot was shut out of the chat";

    /** How many calls of a second are kept back from what is not urgent. */
    private static final int KEPT = 5;

    private final Loop loop;
    private final Function<Lane, TelegramClient> clients;
    private final Pace pace;
    private final ChatMoves moves;
    private final Window inAll;
    private final Map<Long, ChatQueue> chats = new HashMap<>();
    private final Map<Lane, Set<ChatQueue>> ready = new EnumMap<>(Lane.class);
    private final Instant began;
    private @Nullable SenderEvents events;
    private final AtomicBoolean closing = new AtomicBoolean();
    private boolean pumpScheduled;
    private boolean closed;
    private @Nullable CountDownLatch quiet;

    /**
     * @param clients what each lane talks through
     */
    Sender(Loop loop, Function<Lane, TelegramClient> clients, Pace pace, ChatMoves moves) {
        this.loop = loop;
        this.clients = clients;
        this.pace = pace;
        this.moves = moves;
        this.began = loop.now();
        this.inAll = new Window(SECOND, pace.perSecondInAll());
        for (Lane lane : Lane.values()) {
            ready.put(lane, new LinkedHashSet<>());
        }
    }

    /** Sets who is told what happens. To be called before the first errand. */
    void listen(SenderEvents newEvents) {
        this.events = newEvents;
    }

    /** Keeps silence in a chat, as an earlier run was told to. */
    void keepSilence(long chatId, Duration wait) {
        loop.execute(() -> queue(chatId).freeze(loop.now().plus(wait)));
    }

    /** Queues an errand behind the others of its chat and lane. */
    void submit(Errand errand) {
        loop.execute(() -> {
            if (closed) {
                errand.abandoned();
                return;
            }
            ChatQueue queue = queue(moves.now(errand.chat()).value());
            if (queue.isShut()) {
                errand.impossible(SHUT_OUT);
                return;
            }
            queue.add(errand);
            look(queue);
        });
    }

    /** Gives up what waits for a chat that the bot was shut out of, and what comes for it until the bot is let in again. */
    void membership(long chatId, boolean isMember) {
        loop.execute(() -> {
            ChatQueue queue = chats.get(chatId);
            if (queue != null) {
                queue.shut(!isMember);
            }
            if (queue != null && !isMember) {
                LOG.info("The bot was shut out of chat {}.", chatId);
                queue.empty().forEach(errand -> errand.impossible(SHUT_OUT));
                tellQuiet();
            }
        });
    }

    /** Whether Telegram wants nothing at all in this chat now. To be asked on the loop. */
    boolean isSilent(ChatId chat) {
        ChatQueue queue = queue(moves.now(chat).value());
        return queue.isShut() || queue.isFrozen(loop.now());
    }

    private ChatQueue queue(long chatId) {
        return chats.computeIfAbsent(chatId, id -> new ChatQueue(id, new ChatBudget(pace, id < 0, began)));
    }

    /** Finds out what the chat can do now, or when. */
    private void look(ChatQueue queue) {
        Instant now = loop.now();
        for (Lane lane : Lane.values()) {
            queue.next(lane, now).ifPresent(turn -> {
                if (turn.at().isAfter(now)) {
                    wake(queue, now, turn.at());
                } else {
                    ready(lane).add(queue);
                }
            });
        }
        pump();
    }

    private void wake(ChatQueue queue, Instant now, Instant at) {
        if (queue.wakeAt(at)) {
            loop.after(Duration.between(now, at), () -> {
                queue.woken(at);
                look(queue);
            });
        }
    }

    /** Begins what is ready, the most urgent first, as far as the budget for all chats goes. */
    private void pump() {
        for (Lane lane : Lane.values()) {
            Iterator<ChatQueue> queues = ready(lane).iterator();
            while (queues.hasNext()) {
                Instant now = loop.now();
                Duration wait = inAll.waitFor(now, lane == Lane.URGENT ? 0 : KEPT);
                if (!wait.isZero()) {
                    pumpAfter(wait);
                    return;
                }
                ChatQueue queue = queues.next();
                queues.remove();
                queue.next(lane, now)
                        .filter(turn -> !turn.at().isAfter(now))
                        .ifPresentOrElse(turn -> begin(queue, turn.errand(), now), () -> lookLater(queue));
            }
        }
    }

    private void pumpAfter(Duration wait) {
        if (!pumpScheduled) {
            pumpScheduled = true;
            loop.after(wait, () -> {
                pumpScheduled = false;
                pump();
            });
        }
    }

    private void lookLater(ChatQueue queue) {
        loop.execute(() -> look(queue));
    }

    private void begin(ChatQueue queue, Errand errand, Instant now) {
        Optional<Call> call;
        try {
            call = errand.call();
        } catch (RuntimeException e) {
            LOG.error("Something for chat {} cannot be sent now: {}", queue.chatId(), e.getMessage());
            queue.pause(errand.lane(), now);
            lookLater(queue);
            return;
        }
        if (call.isEmpty()) {
            queue.drop(errand);
            lookLater(queue);
            return;
        }
        queue.begin(errand, now);
        inAll.add(now);
        ChatId where = moves.now(errand.chat());
        CompletableFuture<?> outcome;
        try {
            outcome = call.get().begin(client(errand.lane()), where);
        } catch (TelegramApiException | RuntimeException e) {
            outcome = CompletableFuture.failedFuture(e);
        }
        loop.when(outcome, (result, failure) -> {
            queue.ended(errand.lane());
            if (failure == null && result != null) {
                settle(queue, errand, new Delivery.Sent(), result);
            } else {
                settle(queue, errand, Delivery.of(cause(failure)), false);
            }
            lookLater(queue);
            tellQuiet();
        });
    }

    private TelegramClient client(Lane lane) {
        return clients.apply(lane);
    }

    static TelegramApiException cause(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TelegramApiException known
                ? known
                : new TelegramApiException(String.valueOf(cause), cause);
    }

    private void settle(ChatQueue queue, Errand errand, Delivery delivery, Object result) {
        if (delivery instanceof Delivery.Sent) {
            queue.succeeded(errand.lane());
            errand.done(result);
            if (errand.lane() != Lane.COSMETIC) {
                tell(listener -> listener.arrived(moves.now(errand.chat())));
            }
        } else if (delivery instanceof Delivery.Closed end) {
            LOG.warn("Chat {} cannot be written to: {}", queue.chatId(), end.reason());
            errand.impossible(end.reason());
        } else if (delivery instanceof Delivery.Refused refusal) {
            LOG.warn("Telegram refused something: {}", refusal.reason());
            if (errand.refused(refusal.reason())) {
                queue.addAgain(errand);
            }
        } else if (delivery instanceof Delivery.Moved moved) {
            move(queue, errand, moved.to());
        } else if (delivery instanceof Delivery.TopicGone) {
            moves.topicGone(moves.now(errand.chat()));
            queue.addAgain(errand);
        } else {
            again(queue, errand, delivery);
        }
    }

    private void again(ChatQueue queue, Errand errand, Delivery delivery) {
        Instant now = loop.now();
        Duration asked = delivery instanceof Delivery.Later later ? later.asked() : null;
        Duration pause = asked == null ? queue.pause(errand.lane(), now) : asked;
        if (asked != null) {
            queue.freeze(now.plus(asked));
            tell(listener -> listener.silenced(queue.chatId(), asked));
        }
        if (delivery instanceof Delivery.Unknown) {
            errand.repeated();
        }
        LOG.info("Chat {} waits {} s: {}.", queue.chatId(), pause.toSeconds(), delivery);
        queue.addAgain(errand);
    }

    private void tell(Consumer<SenderEvents> event) {
        if (events != null) {
            event.accept(events);
        }
    }

    /** Everything that waits goes where the group is now. */
    private void move(ChatQueue from, Errand errand, long to) {
        from.addAgain(errand);
        if (from.chatId() != to) {
            follow(from, to);
        }
    }

    /** Takes note that a group has another number now. */
    void moved(long from, long to) {
        loop.execute(() -> {
            if (from != to && moves.now(new ChatId(from)).value() == from) {
                follow(queue(from), to);
            }
        });
    }

    private void follow(ChatQueue from, long to) {
        LOG.info("Chat {} is now {}.", from.chatId(), to);
        moves.moved(from.chatId(), to);
        tell(listener -> listener.moved(from.chatId(), to));
        ChatQueue target = queue(to);
        from.empty().forEach(target::add);
        lookLater(target);
    }

    private Set<ChatQueue> ready(Lane lane) {
        return ready.computeIfAbsent(lane, none -> new LinkedHashSet<>());
    }

    private void tellQuiet() {
        CountDownLatch waiting = quiet;
        if (waiting != null && chats.values().stream().allMatch(ChatQueue::isQuiet)) {
            waiting.countDown();
        }
    }

    /** Lets what people wait for arrive for a few seconds, then gives up what waits. Closing again does nothing. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        CountDownLatch nothingLeft = new CountDownLatch(1);
        loop.execute(() -> {
            quiet = nothingLeft;
            tellQuiet();
        });
        await(nothingLeft, GRACE);
        CountDownLatch abandoned = new CountDownLatch(1);
        loop.execute(() -> {
            closed = true;
            chats.values().forEach(queue -> queue.empty().forEach(Errand::abandoned));
            abandoned.countDown();
        });
        await(abandoned, SECOND);
        loop.close();
    }

    private static void await(CountDownLatch latch, Duration limit) {
        try {
            if (!latch.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Something is still to be sent.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
