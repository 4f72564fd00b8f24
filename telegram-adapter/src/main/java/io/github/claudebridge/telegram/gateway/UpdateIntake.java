package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import io.github.claudebridge.telegram.journal.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes updates in: stores them, puts albums together, hands on what came, and notes how far each got. */
final class UpdateIntake implements UpdateInbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Updates updates;
    private final Dispatch dispatch;
    private final Chat chat;
    private final UpdateReader reader;
    private final SerialExecutor worker = new SerialExecutor("telegram-intake");
    private final Albums albums;
    private volatile boolean closed;

    /**
     * @param bound whether a topic of a group was given to the bot
     * @param timers tells when an album has ended
     */
    UpdateIntake(Updates updates, BotIdentity bot, Predicate<ChatId> bound, Dispatch dispatch, Chat chat, Loop timers) {
        this.updates = updates;
        this.dispatch = dispatch;
        this.chat = chat;
        this.reader = new UpdateReader(bot, bound);
        this.albums = new Albums(timers, this::onWorker, unit -> settle(unit.updates(), () -> go(unit)));
    }

    /** After the end nothing is taken, so that an album that is not complete is taken after the next start. */
    private void onWorker(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("An album was not complete at the end.");
        }
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
                .filter(incoming -> dispatch.isAllowed(incoming.userId()))
                .flatMap(incoming -> incoming.where().stream())
                .distinct()
                .forEach(where -> {
                    CompletableFuture<Void> unused = chat.failure(where, DeliveryKey.random(), Words.NOT_STORED);
                });
    }

    private void queue(StoredUpdate update) {
        worker.execute(() -> {
            Incoming incoming = reader.read(update.payload());
            if (closed) {
                LOG.info("Update {} is looked at after the next start.", update.id());
            } else if (incoming instanceof Incoming.Said said) {
                albums.add(update, said);
            } else {
                take(update, incoming);
            }
        });
    }

    private void take(StoredUpdate update, Incoming incoming) {
        if (incoming instanceof Incoming.Edited edited) {
            albums.endIn(edited.message().chat());
        }
        settle(List.of(update), () -> dispatch.take(incoming, key(update), update.id()));
    }

    /** Does something for updates and notes when nothing is left to do for them. */
    private void settle(List<StoredUpdate> done, Supplier<CompletableFuture<Handled>> work) {
        CompletableFuture<Handled> taken;
        try {
            taken = work.get();
        } catch (RuntimeException e) {
            taken = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Void> unused = taken.thenAccept(
                        handled -> done.forEach(update -> updates.handled(update.id())))
                .exceptionally(failure -> {
                    leftOpen(done, failure);
                    return null;
                });
    }

    private void leftOpen(List<StoredUpdate> open, Throwable failure) {
        List<Long> ids = open.stream().map(StoredUpdate::id).toList();
        if (closed) {
            LOG.info("Updates {} are looked at again after the next start.", ids);
        } else {
            LOG.error("Updates {} could not be handled; they are looked at again after the next start.", ids, failure);
        }
    }

    private CompletableFuture<Handled> go(Unit unit) {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("closed"));
        }
        return dispatch.take(
                unit.message(), unit.isAddressed(), key(unit.updates().get(0)));
    }

    private static DeliveryKey key(StoredUpdate update) {
        return new DeliveryKey("update/" + update.id());
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
