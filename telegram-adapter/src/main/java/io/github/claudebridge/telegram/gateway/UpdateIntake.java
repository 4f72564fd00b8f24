package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.Progress;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import io.github.claudebridge.telegram.journal.Updates;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes updates in: stores them, lets only the allowed users pass, hands their messages on, and notes how far each got. */
final class UpdateIntake implements UpdateInbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Updates updates;
    private final Set<Long> allowedUsers;
    private final MessageHandler handler;
    private final Presses presses;
    private final Chat chat;
    private final UpdateReader reader = new UpdateReader();
    private final SerialExecutor worker = new SerialExecutor("telegram-intake");
    private volatile boolean closed;

    UpdateIntake(Updates updates, Set<Long> allowedUsers, MessageHandler handler, Presses presses, Chat chat) {
        this.updates = updates;
        this.allowedUsers = Set.copyOf(allowedUsers);
        this.handler = handler;
        this.presses = presses;
        this.chat = chat;
    }

    /** Takes up what an earlier run left open. To be called before the first {@link #receive}. */
    void resume() {
        updates.open().forEach(this::queue);
    }

    /** Stores the updates and returns when they are safe; the work on the new ones goes on elsewhere. */
    @Override
    public void receive(Map<Long, String> payloads) {
        updates.receive(payloads).forEach(this::queue);
    }

    /** Tells those who wrote that their messages wait. */
    @Override
    public void notStored(Map<Long, String> payloads) {
        payloads.values().stream()
                .map(reader::read)
                .filter(incoming -> allowedUsers.contains(incoming.userId()))
                .flatMap(incoming -> incoming.where().stream())
                .distinct()
                .forEach(where -> {
                    CompletableFuture<Void> unused = chat.failure(where, DeliveryKey.random(), Words.NOT_STORED);
                });
    }

    private void queue(StoredUpdate update) {
        worker.execute(() -> {
            CompletableFuture<Handled> taken;
            try {
                taken = take(update);
            } catch (RuntimeException e) {
                taken = CompletableFuture.failedFuture(e);
            }
            CompletableFuture<Void> unused = taken.thenAccept(handled -> updates.handled(update.id()))
                    .exceptionally(failure -> {
                        leftOpen(update, failure);
                        return null;
                    });
        });
    }

    private void leftOpen(StoredUpdate update, Throwable failure) {
        if (closed) {
            LOG.info("Update {} is looked at again after the next start.", update.id());
        } else {
            LOG.error(
                    "Update {} could not be handled; it is looked at again after the next start.",
                    update.id(),
                    failure);
        }
    }

    private CompletableFuture<Handled> take(StoredUpdate update) {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("closed"));
        }
        Incoming incoming = reader.read(update.payload());
        if (incoming instanceof Incoming.Text text && admits(text.userId())) {
            return go(update, text.message());
        }
        if (incoming instanceof Incoming.Other other && admits(other.userId())) {
            return chat.notice(other.chat(), key(update), Words.ONLY_TEXT).thenApply(told -> Handled.FAILED);
        }
        if (incoming instanceof Incoming.Press press && admits(press.userId())) {
            return presses.take(press, update.id());
        }
        return CompletableFuture.completedFuture(Handled.DONE);
    }

    /** Goes on from where the update got to. */
    private CompletableFuture<Handled> go(StoredUpdate update, UserMessage message) {
        return switch (update.state()) {
            case RECEIVED -> handler.handle(message, progress(update));
            case STARTED ->
                chat.failure(message.chat(), key(update).with("interrupted"), Words.interrupted(message.text()))
                        .thenApply(told -> Handled.FAILED);
            case ANSWERED ->
                chat.answer(message.chat(), key(update), Objects.requireNonNull(update.answer()))
                        .thenApply(told -> Handled.DONE);
        };
    }

    private static DeliveryKey key(StoredUpdate update) {
        return new DeliveryKey("update/" + update.id());
    }

    private Progress progress(StoredUpdate update) {
        return new Progress() {
            @Override
            public DeliveryKey key() {
                return UpdateIntake.key(update);
            }

            @Override
            public void started() {
                updates.started(update.id());
            }

            @Override
            public void answered(String markdown) {
                updates.answered(update.id(), markdown);
            }
        };
    }

    private boolean admits(long userId) {
        boolean allowed = allowedUsers.contains(userId);
        if (!allowed) {
            LOG.warn("Ignored a message of user {}, who is not on the allow list.", userId);
        }
        return allowed;
    }

    /** Takes nothing more; what waits stays open for the next start. Waits for the update that is being taken. */
    @Override
    public void close() {
        closed = true;
        if (!worker.stop(CLOSE_LIMIT)) {
            LOG.warn("An update is still being taken.");
        }
    }
}
