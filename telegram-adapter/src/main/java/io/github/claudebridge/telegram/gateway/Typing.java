package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Shows "typing…" for as long as work goes on. Telegram shows it for five seconds or until a message comes, so it is said again every
 * four and after every message. Thread-safe.
 */
final class Typing {

    private static final Duration REFRESH = Duration.ofSeconds(4);

    private final Loop loop;
    private final Sender sender;
    private final TelegramClient client;
    private final ChatMoves moves;
    private final Map<ChatId, Sign> signs = new HashMap<>();
    private final Map<Long, Instant> silentUntil = new HashMap<>();
    private BiConsumer<Long, Duration> onSilence = (chat, wait) -> {};

    Typing(Loop loop, Sender sender, TelegramClient client, ChatMoves moves) {
        this.loop = loop;
        this.sender = sender;
        this.client = client;
        this.moves = moves;
    }

    /**
     * Sets who is told, on the loop, in which chat Telegram wants no signs, and how long. To be called first.
     */
    void listen(BiConsumer<Long, Duration> newOnSilence) {
        this.onSilence = newOnSilence;
    }

    /** Keeps silence in a chat, as an earlier run was told to. */
    void keepSilence(long chatId, Duration wait) {
        loop.execute(() -> silentUntil.put(chatId, loop.now().plus(wait)));
    }

    /** One chat's sign. Used on the loop only. */
    private static final class Sign {
        private int wanted;
        /** Grows with every sign that is shown, so that an older refresh knows that it is not needed. */
        private long shown;
    }

    Chat.Activity in(ChatId chat) {
        AtomicBoolean ended = new AtomicBoolean();
        loop.execute(() -> {
            Sign sign = signs.computeIfAbsent(chat, none -> new Sign());
            sign.wanted++;
            if (sign.wanted == 1) {
                show(chat, sign);
            }
        });
        return () -> {
            if (ended.compareAndSet(false, true)) {
                loop.execute(() -> end(chat));
            }
        };
    }

    private void end(ChatId chat) {
        Sign sign = signs.get(chat);
        if (sign != null && --sign.wanted == 0) {
            signs.remove(chat);
        }
    }

    /** A message took the sign away. To be called on the loop. */
    void messageArrived(ChatId chat) {
        signs.forEach((where, sign) -> {
            if (moves.now(where).equals(chat)) {
                show(where, sign);
            }
        });
    }

    private void show(ChatId chat, Sign sign) {
        long turn = ++sign.shown;
        Instant now = loop.now();
        Instant silent = silentUntil.getOrDefault(moves.now(chat).value(), Instant.MIN);
        if (!sender.isSilent(chat) && !now.isBefore(silent)) {
            silentUntil.remove(moves.now(chat).value());
            say(moves.now(chat));
        }
        loop.after(REFRESH, () -> {
            if (sign.wanted > 0 && sign.shown == turn) {
                show(chat, sign);
            }
        });
    }

    /** What fails is not tried before the next refresh. */
    private void say(ChatId chat) {
        CompletableFuture<?> said;
        try {
            said = client.executeAsync(Wire.typing(chat));
        } catch (TelegramApiException | RuntimeException e) {
            said = CompletableFuture.failedFuture(e);
        }
        loop.when(said, (done, failure) -> {
            if (failure != null
                    && Delivery.of(Sender.cause(failure)) instanceof Delivery.Later later
                    && later.asked() != null) {
                silentUntil.put(chat.value(), loop.now().plus(later.asked()));
                onSilence.accept(chat.value(), later.asked());
            }
        });
    }
}
