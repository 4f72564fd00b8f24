package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Outgoing;
import io.github.claudebridge.telegram.journal.OutgoingMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    private final Executor notes;
    private final Map<String, CompletableFuture<Void>> open = new LinkedHashMap<>();

    /**
     * @param notes runs what waits for the disk, one after the other
     */
    Outbox(Outgoing outgoing, Sender sender, Executor notes) {
        this.outgoing = outgoing;
        this.sender = sender;
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
     * Stores messages and sends them in order, unless that was asked for before.
     *
     * @return completes when nothing is left to do for them; exceptionally if the sender was closed before
     */
    synchronized CompletableFuture<Void> post(
            ChatId chat, DeliveryKey key, List<MessageBody> messages, boolean silent) {
        CompletableFuture<Void> known = open.get(key.value());
        return known != null ? known : deliver(key.value(), store(chat, key, messages, silent));
    }

    private List<OutgoingMessage> store(ChatId chat, DeliveryKey key, List<MessageBody> messages, boolean silent) {
        List<String> bodies = messages.stream().map(MessageBody::json).toList();
        try {
            return outgoing.store(key.value(), chat.value(), chat.topic(), silent, bodies);
        } catch (JournalException e) {
            LOG.error("A message is sent without being stored: {}", e.getMessage());
            return bodies.stream()
                    .map(body -> new OutgoingMessage(NOT_STORED, key.value(), chat.value(), chat.topic(), silent, body))
                    .toList();
        }
    }

    private CompletableFuture<Void> deliver(String key, List<OutgoingMessage> messages) {
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            CompletableFuture<Void> settled = new CompletableFuture<>();
            parts.add(settled);
            sender.submit(new StoredErrand(message, outgoing, notes, settled));
        }
        CompletableFuture<Void> delivery = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        open.put(key, delivery);
        CompletableFuture<Void> unused = delivery.whenComplete((settled, failure) -> forget(key));
        return delivery;
    }

    private synchronized void forget(String key) {
        open.remove(key);
    }
}
