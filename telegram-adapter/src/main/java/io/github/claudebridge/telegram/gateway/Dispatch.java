package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.access.Admission;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.Words;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what came in to whom it is for, if it comes from somebody who is allowed to use the bot. Thread-safe. */
final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Admission admission;
    private final MessageHandler handler;
    private final Presses presses;
    private final Stops stops;
    private final Sender sender;
    private final Chat chat;

    /**
     * @param sender is told which chats the bot is in
     */
    Dispatch(Admission admission, MessageHandler handler, Presses presses, Stops stops, Sender sender, Chat chat) {
        this.admission = admission;
        this.handler = handler;
        this.presses = presses;
        this.stops = stops;
        this.sender = sender;
        this.chat = chat;
    }

    boolean isAllowed(long userId) {
        return admission.isAllowed(userId);
    }

    /** Takes a whole message. */
    CompletableFuture<Handled> take(UserMessage message, boolean addressed, DeliveryKey key) {
        if (!addressed) {
            return nothing();
        }
        return admits(message.userId()) ? handler.handle(message, key) : stranger(message, key);
    }

    /** Strangers get silence, unless they know what the host has shown somebody. */
    private CompletableFuture<Handled> stranger(UserMessage message, DeliveryKey key) {
        boolean inPrivate = message.chat().value() == message.userId();
        boolean own = message.files().isEmpty() && message.forwardedFrom().isEmpty();
        return Optional.of(message)
                .filter(any -> inPrivate && own)
                .flatMap(knocking -> admission.knock(knocking.userId(), knocking.text()))
                .map(answer -> chat.notice(message.chat(), key, answer).thenApply(told -> Handled.DONE))
                .orElseGet(Dispatch::nothing);
    }

    /**
     * Takes whatever is not a message.
     *
     * @param updateId the update that it came with
     */
    CompletableFuture<Handled> take(Incoming incoming, DeliveryKey key, long updateId) {
        if (incoming instanceof Incoming.Moved moved) {
            sender.moved(moved.from(), moved.to());
            return nothing();
        }
        if (incoming instanceof Incoming.Membership membership) {
            sender.membership(membership.chatId(), membership.isMember());
            return nothing();
        }
        if (incoming instanceof Incoming.Nothing || !admits(incoming.userId())) {
            return nothing();
        }
        if (incoming instanceof Incoming.Edited edited) {
            return handler.edited(edited.message(), key);
        }
        if (incoming instanceof Incoming.Stop stop) {
            return stops.take(stop.draft(), stop.userId(), key);
        }
        if (incoming instanceof Incoming.Press press) {
            return presses.take(press, key, updateId);
        }
        return incoming instanceof Incoming.Other other
                ? chat.notice(other.chat(), key, Words.ONLY_TEXT).thenApply(told -> Handled.FAILED)
                : nothing();
    }

    private boolean admits(long userId) {
        boolean allowed = isAllowed(userId);
        if (!allowed) {
            LOG.warn("Ignored a message of user {}, who is not allowed to use the bot.", userId);
        }
        return allowed;
    }

    private static CompletableFuture<Handled> nothing() {
        return CompletableFuture.completedFuture(Handled.DONE);
    }
}
