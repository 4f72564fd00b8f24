package io.github.claudebridge.telegram.conversation.files;

import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.files.Outbox;
import io.github.claudebridge.session.files.Outbox.Waiting;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.SessionKeys;
import io.github.claudebridge.telegram.conversation.TurnWatch;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends what a session has laid out in its outbox, each time a turn is over, and moves what was sent to {@code outbox/sent}. Each file has
 * a key of its own in the chat, made of what tells it from other files: whatever a crash interrupts is done again, and nothing twice.
 * Thread-safe.
 */
public final class OutboxRound implements TurnWatch {

    /** More than that is no answer but an accident. */
    private static final int MOST = 20;

    private final SessionStore store;
    private final Chat chat;
    private final FilesOut out;

    public OutboxRound(SessionStore store, Chat chat, FilesOut out) {
        this.store = store;
        this.chat = chat;
        this.out = out;
    }

    @Override
    public synchronized void settled(SessionName session, Audience audience) {
        if (store.find(session).isEmpty()) {
            return;
        }
        Outbox outbox = Outbox.of(store, session);
        List<Waiting> waiting = outbox.waiting();
        waiting.stream().limit(MOST).forEach(file -> send(session, audience, outbox, file));
        if (waiting.size() > MOST) {
            tell(audience, SessionKeys.about(session), FileWords.moreInOutbox(waiting.size() - MOST));
        }
    }

    private void send(SessionName session, Audience audience, Outbox outbox, Waiting file) {
        DeliveryKey key = SessionKeys.about(session, "outbox-" + file.mark());
        DeliveryKey refused = key.with("refused");
        if (chat.hasSaid(refused)) {
            return;
        }
        if (!file.isFile()) {
            tell(audience, refused, FileWords.noFileInOutbox(file.name()));
            return;
        }
        if (!chat.hasSaid(key)) {
            Session place = store.get(session);
            Exit.Inside exit = new Exit.Inside(place.directory(), "outbox/" + file.name());
            Departure departure = out.leave(session, audience, key, exit, "");
            if (!departure.sent()) {
                tell(audience, refused, FileWords.inOutbox(file.name(), departure.words()));
                return;
            }
        }
        outbox.sent(file.name());
    }

    private void tell(Audience audience, DeliveryKey key, String text) {
        CompletableFuture<Void> unused = chat.failure(audience.chat(), key, text);
    }
}
