package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.telegram.journal.Prompts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Says once in each chat that what was written while the bot was down is answered now, and hands everything on. Thread-safe. */
public final class Backlog implements MessageHandler {

    /** Clocks differ a little, and nobody minds a wait as short as this. */
    private static final Duration NOT_WORTH_A_WORD = Duration.ofSeconds(3);

    private final MessageHandler next;
    private final Prompts prompts;
    private final Chat chat;
    private final Instant upSince;
    private final Set<ChatId> told = ConcurrentHashMap.newKeySet();

    /**
     * Looks at messages on their way.
     *
     * @param next takes the messages
     * @param upSince since when the bot is up
     */
    public Backlog(MessageHandler next, Prompts prompts, Chat chat, Instant upSince) {
        this.next = next;
        this.prompts = prompts;
        this.chat = chat;
        this.upSince = upSince.minus(NOT_WORTH_A_WORD);
    }

    @Override
    public CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key) {
        boolean late =
                message.sentAt().isBefore(upSince) && prompts.ofKey(key.value()).isEmpty();
        if (late && told.add(message.chat())) {
            CompletableFuture<Void> unused = chat.notice(message.chat(), key.with("backlog"), Words.BACKLOG);
        }
        return next.handle(message, key);
    }

    @Override
    public CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
        return next.edited(message, key);
    }

    @Override
    public CompletableFuture<Handled> stopped(ChatId where, long userId, DeliveryKey key) {
        return next.stopped(where, userId, key);
    }
}
