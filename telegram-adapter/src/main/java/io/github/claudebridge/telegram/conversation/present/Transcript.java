package io.github.claudebridge.telegram.conversation.present;

import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.TurnPlace;
import io.github.claudebridge.telegram.internal.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Says parts silently, several that come at the same time in one message, because a chat takes only one in a second. Thread-safe. */
final class Transcript {

    private static final Duration GATHERING = Duration.ofSeconds(1);
    private static final int FULL = 3_000;

    private final Chat chat;
    private final Timers timers;
    private final TurnPlace place;
    private final StringBuilder waiting = new StringBuilder();
    private Runnable callOff = () -> {};
    private String last = "";
    private int messages;

    Transcript(Chat chat, Timers timers, TurnPlace place) {
        this.chat = chat;
        this.timers = timers;
        this.place = place;
    }

    /** Adds a part, Markdown that is complete in itself. */
    synchronized void add(String part) {
        if (waiting.isEmpty()) {
            callOff = timers.after(GATHERING, this::flush);
        } else {
            waiting.append("\n\n");
        }
        waiting.append(part);
        last = part;
        if (waiting.length() >= FULL) {
            flush();
        }
    }

    /** Whether this was said last. */
    synchronized boolean endsWith(String part) {
        return last.equals(part);
    }

    synchronized void flush() {
        callOff.run();
        if (!waiting.isEmpty()) {
            Answer part = Answer.of(waiting.toString()).in(Answer.Size.WHOLE).silent();
            waiting.setLength(0);
            CompletableFuture<Void> unused =
                    chat.answer(place.chat(), place.key().with("part-" + messages++), part);
        }
    }
}
