package io.github.claudebridge.telegram.conversation.batch;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.KeyedMessage;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Gathers the messages of each chat until nothing has come for a moment. What is gathered is nowhere but in memory, and each message is
 * open until its prompt is handled: after a kill they all come again. Thread-safe.
 */
public final class Batches {

    private final BatchWindow window;
    private final Timers timers;
    private final Clock clock;
    private final BiFunction<SessionName, List<KeyedMessage>, CompletableFuture<Handled>> prompts;
    private final Map<ChatId, Batch> open = new HashMap<>();

    /**
     * @param prompts takes what was gathered, from one person, for one session
     */
    public Batches(
            BatchWindow window,
            Timers timers,
            Clock clock,
            BiFunction<SessionName, List<KeyedMessage>, CompletableFuture<Handled>> prompts) {
        this.window = window;
        this.timers = timers;
        this.clock = clock;
        this.prompts = prompts;
    }

    /**
     * Takes a message for a session.
     *
     * @return as for {@link io.github.claudebridge.telegram.conversation.MessageHandler#handle}
     */
    public CompletableFuture<Handled> add(SessionName session, KeyedMessage message) {
        if (window.isOff()) {
            return prompts.apply(session, List.of(message));
        }
        ChatId where = message.message().chat();
        synchronized (this) {
            Batch batch = open.get(where);
            if (batch != null && !batch.accepts(session, message)) {
                end(where, batch);
                batch = null;
            }
            if (batch == null) {
                batch = new Batch(session, clock.instant());
                open.put(where, batch);
            }
            batch.add(message);
            Batch waiting = batch;
            batch.callOff(timers.after(batch.patience(window, clock.instant()), () -> ripe(where, waiting)));
            return batch.handled();
        }
    }

    private synchronized void ripe(ChatId where, Batch batch) {
        if (open.get(where) == batch) {
            end(where, batch);
        }
    }

    /** What was gathered in this chat becomes a prompt now, because something else is to come after it. */
    public synchronized void flush(ChatId where) {
        Batch batch = open.get(where);
        if (batch != null) {
            end(where, batch);
        }
    }

    private void end(ChatId where, Batch batch) {
        open.remove(where);
        batch.end(prompts);
    }

    /**
     * Changes a message that is still here.
     *
     * @return what becomes of it; empty if it is not here
     */
    public synchronized Optional<CompletableFuture<Handled>> edit(UserMessage message) {
        return Optional.ofNullable(open.get(message.chat()))
                .filter(batch -> batch.edit(message))
                .map(Batch::handled);
    }
}
