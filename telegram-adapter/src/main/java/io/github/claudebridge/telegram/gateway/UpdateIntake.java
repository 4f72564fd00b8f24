package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import io.github.claudebridge.telegram.journal.Updates;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes updates in: stores them, lets only the allowed users pass, hands their messages on, and notes how far each got. */
final class UpdateIntake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);

    private final Updates updates;
    private final Set<Long> allowedUsers;
    private final MessageHandler handler;
    private final Chat chat;
    private final UpdateReader reader = new UpdateReader();
    private final SerialExecutor worker = new SerialExecutor("telegram-intake");

    UpdateIntake(Updates updates, Set<Long> allowedUsers, MessageHandler handler, Chat chat) {
        this.updates = updates;
        this.allowedUsers = Set.copyOf(allowedUsers);
        this.handler = handler;
        this.chat = chat;
    }

    /** Takes up what an earlier run left open. To be called before the first {@link #receive}. */
    void resume() {
        updates.open().forEach(this::queue);
    }

    /** Stores the updates and returns when they are safe; the work on the new ones goes on elsewhere. */
    void receive(Map<Long, String> payloads) {
        updates.receive(payloads).forEach(this::queue);
    }

    private void queue(StoredUpdate update) {
        worker.execute(() -> {
            try {
                CompletableFuture<Void> unused = take(update).whenComplete((done, cutShort) -> {
                    if (cutShort == null) {
                        updates.handled(update.id());
                    }
                });
            } catch (RuntimeException e) {
                LOG.error("Update {} could not be handled; it is tried again at the next start.", update.id(), e);
            }
        });
    }

    private CompletableFuture<Void> take(StoredUpdate update) {
        Incoming incoming = reader.read(update.payload());
        if (incoming instanceof Incoming.Text text && admits(text.userId())) {
            return update.started()
                    ? chat.failure(
                            text.message().chat(),
                            Words.interrupted(text.message().text()))
                    : handler.handle(text.message(), () -> updates.started(update.id()));
        }
        if (incoming instanceof Incoming.Other other && admits(other.userId())) {
            return chat.notice(other.chat(), Words.ONLY_TEXT);
        }
        return CompletableFuture.completedFuture(null);
    }

    private boolean admits(long userId) {
        boolean allowed = allowedUsers.contains(userId);
        if (!allowed) {
            LOG.warn("Ignored a message of user {}, who is not on the allow list.", userId);
        }
        return allowed;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
