package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Outgoing;
import io.github.claudebridge.telegram.journal.OutgoingMessage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends one message of the journal and notes there what becomes of it. */
final class StoredErrand implements Errand {

    private static final Logger LOG = LoggerFactory.getLogger(StoredErrand.class);

    private final OutgoingMessage stored;
    private final Outgoing outgoing;
    private final Uploads uploads;
    private final BiConsumer<MessageBody, String> onRefused;
    private final Executor notes;
    private final CompletableFuture<Void> settled;
    private Optional<MessageBody> body;

    /**
     * @param onRefused told what Telegram does not take in any form, and why
     * @param notes runs what waits for the disk
     * @param settled completes when nothing is left to do for the message and that is noted
     */
    StoredErrand(
            OutgoingMessage stored,
            Outgoing outgoing,
            Uploads uploads,
            BiConsumer<MessageBody, String> onRefused,
            Executor notes,
            CompletableFuture<Void> settled) {
        this.stored = stored;
        this.outgoing = outgoing;
        this.uploads = uploads;
        this.onRefused = onRefused;
        this.notes = notes;
        this.settled = settled;
        this.body = read(stored);
    }

    private static Optional<MessageBody> read(OutgoingMessage stored) {
        try {
            return Optional.of(MessageBody.read(stored.body()));
        } catch (JsonProcessingException e) {
            LOG.error("The stored message {} cannot be read and is left out.", stored.id());
            return Optional.empty();
        }
    }

    @Override
    public ChatId chat() {
        return new ChatId(stored.chatId(), stored.topicId());
    }

    /** The delivery whose last message this changes; empty for a new message. */
    Optional<String> changes() {
        return body.map(MessageBody::edits);
    }

    @Override
    public Lane lane() {
        if (changes().isPresent()) {
            return Lane.COSMETIC;
        }
        return withFiles() ? Lane.FILES : Lane.URGENT;
    }

    private boolean withFiles() {
        return body.filter(message -> !message.files().isEmpty()).isPresent();
    }

    @Override
    public Optional<Call> call() {
        Optional<Call> call = body.flatMap(this::call);
        if (call.isPresent()) {
            note(() -> outgoing.inFlight(stored.id()));
        } else {
            impossible("there is nothing to send");
        }
        return call;
    }

    private Optional<Call> call(MessageBody message) {
        if (!message.files().isEmpty()) {
            return Optional.of((client, chat) -> uploads.send(chat, message, stored.silent()));
        }
        String edits = message.edits();
        if (edits == null) {
            return Optional.of((client, chat) -> client.executeAsync(Wire.sendMessage(chat, message, stored.silent())));
        }
        OptionalLong target = outgoing.messageId(edits);
        return target.isPresent()
                ? Optional.of(
                        (client, chat) -> client.executeAsync(Wire.editMessage(chat, target.getAsLong(), message)))
                : Optional.empty();
    }

    @Override
    public void repeated() {
        note(() -> outgoing.repeated(stored.id()));
    }

    @Override
    public void done(Object result) {
        settle(() -> outgoing.sent(stored.id(), messageId(result)));
    }

    private static long messageId(Object result) {
        if (result instanceof Message message) {
            return message.getMessageId();
        }
        return result instanceof Long id ? id : 0;
    }

    @Override
    public boolean refused(String reason) {
        Optional<MessageBody> simpler = body.flatMap(MessageBody::simpler);
        if (simpler.isPresent()) {
            body = simpler;
        } else {
            body.ifPresent(message -> onRefused.accept(message, reason));
            settle(() -> outgoing.refused(stored.id(), reason));
        }
        return simpler.isPresent();
    }

    @Override
    public void impossible(String reason) {
        settle(() -> outgoing.refused(stored.id(), reason));
    }

    @Override
    public void abandoned() {
        settled.completeExceptionally(new CancellationException("closed before it was delivered"));
    }

    private void settle(Runnable change) {
        notes.execute(() -> {
            note(change);
            settled.complete(null);
        });
    }

    /** What cannot be noted is done all the same: at worst it is done again after the next start. */
    private static void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("A delivery could not be noted: {}", e.getMessage());
        }
    }
}
