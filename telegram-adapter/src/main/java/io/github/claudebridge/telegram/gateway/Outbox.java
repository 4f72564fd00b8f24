package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Words;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Outgoing;
import io.github.claudebridge.telegram.journal.OutgoingMessage;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what is to be said, then hands it to the sender; and hands over what an earlier run left. Thread-safe. */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Marks a message that could not be stored; nothing in the journal has this number. */
    private static final long NOT_STORED = -1;

    private final Outgoing outgoing;
    private final Sender sender;
    private final Uploads uploads;
    private final Executor notes;
    private final Map<String, CompletableFuture<Void>> open = new LinkedHashMap<>();
    /** The last change of a delivery that is under way; a change that overtook what it changes would find nothing. */
    private final Map<String, CompletableFuture<Void>> changes = new ConcurrentHashMap<>();

    /**
     * @param notes runs what waits for the disk, one after the other
     */
    Outbox(Outgoing outgoing, Sender sender, Uploads uploads, Executor notes) {
        this.outgoing = outgoing;
        this.sender = sender;
        this.uploads = uploads;
        this.notes = notes;
    }

    /** Sends what an earlier run could not deliver. To be called before anything else is said. */
    synchronized void resume() {
        int unknown = outgoing.repeatUnknown();
        List<OutgoingMessage> left = outgoing.open();
        if (!left.isEmpty()) {
            LOG.info(
                    "{} messages of the last run are sent now; {} of them may have arrived before.",
                    left.size(),
                    unknown);
        }
        left.stream()
                .collect(Collectors.groupingBy(OutgoingMessage::key, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, messages) -> {
                    CompletableFuture<Void> unused = deliver(key, messages);
                });
    }

    /**
     * Stores messages and sends them in order, unless that was asked for before. What changes an earlier message waits for that one, and
     * for the changes before it.
     *
     * @param silent whether also a text makes no sound; files never make one
     * @return completes when nothing is left to do for them; exceptionally if the sender was closed before
     */
    synchronized CompletableFuture<Void> post(
            ChatId chat, DeliveryKey key, List<MessageBody> messages, boolean silent) {
        CompletableFuture<Void> known = open.get(key.value());
        return known != null ? known : deliver(key.value(), store(chat, key, messages, silent));
    }

    /** The delivery that a message belongs to; empty if it is not known. */
    Optional<DeliveryKey> keyOf(ChatId chat, long messageId) {
        try {
            return outgoing.keyOf(chat.value(), messageId).map(DeliveryKey::new);
        } catch (JournalException e) {
            LOG.error("It cannot be told what a message belongs to: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether there is a delivery under this key; false also if the journal cannot be read. */
    boolean hasSaid(DeliveryKey key) {
        try {
            return outgoing.isKnown(key.value());
        } catch (JournalException e) {
            LOG.error("It cannot be told what was said: {}", e.getMessage());
            return false;
        }
    }

    private List<OutgoingMessage> store(ChatId chat, DeliveryKey key, List<MessageBody> messages, boolean silent) {
        List<Outgoing.Part> parts = messages.stream()
                .map(message -> new Outgoing.Part(
                        message.json(), silent || !message.files().isEmpty()))
                .toList();
        try {
            return outgoing.store(key.value(), chat.value(), chat.topic(), parts);
        } catch (JournalException e) {
            LOG.error("A message is sent without being stored: {}", e.getMessage());
            return parts.stream()
                    .map(part -> new OutgoingMessage(
                            NOT_STORED, key.value(), chat.value(), chat.topic(), part.silent(), part.body()))
                    .toList();
        }
    }

    private CompletableFuture<Void> deliver(String key, List<OutgoingMessage> messages) {
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            CompletableFuture<Void> settled = new CompletableFuture<>();
            parts.add(settled);
            StoredErrand errand = errand(message, settled);
            errand.changes()
                    .ifPresentOrElse(
                            target -> submitAfter(latest(target, settled), errand), () -> sender.submit(errand));
        }
        CompletableFuture<Void> delivery = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        open.put(key, delivery);
        CompletableFuture<Void> unused = delivery.whenComplete((settled, failure) -> forget(key));
        return delivery;
    }

    /** What was last done about a delivery, from now on this change of it. */
    private CompletableFuture<Void> latest(String target, CompletableFuture<Void> change) {
        CompletableFuture<Void> before =
                changes.getOrDefault(target, open.getOrDefault(target, CompletableFuture.completedFuture(null)));
        changes.put(target, change);
        CompletableFuture<Void> unused = change.whenComplete((settled, failure) -> changes.remove(target, change));
        return before;
    }

    private void submitAfter(CompletableFuture<Void> before, StoredErrand errand) {
        CompletableFuture<Void> unused = before.whenComplete((settled, failure) -> sender.submit(errand));
    }

    private StoredErrand errand(OutgoingMessage message, CompletableFuture<Void> settled) {
        return new StoredErrand(
                message, outgoing, uploads, (body, reason) -> explain(message, body, reason), notes, settled);
    }

    /** A file that is not taken must not just be missing. */
    private void explain(OutgoingMessage message, MessageBody body, String reason) {
        if (!body.files().isEmpty()) {
            String names = body.files().stream().map(MessageBody.BodyFile::name).collect(Collectors.joining(", "));
            List<MessageBody> told = RenderedMessage.plain(Words.notSent(names, reason)).stream()
                    .map(MessageBody::of)
                    .toList();
            notes.execute(() -> {
                CompletableFuture<Void> unused = post(
                        new ChatId(message.chatId(), message.topicId()),
                        new DeliveryKey(message.key()).with("refused-" + message.id()),
                        told,
                        false);
            });
        }
    }

    private synchronized void forget(String key) {
        open.remove(key);
    }
}
