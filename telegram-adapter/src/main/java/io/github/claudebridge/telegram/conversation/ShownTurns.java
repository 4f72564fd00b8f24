package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.TaskFinished;
import io.github.claudebridge.process.event.ToolUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a session that are shown. What happens belongs to the one that was asked for first and is not over; where there is none,
 * to one that nobody asked for. Thread-safe.
 */
final class ShownTurns {

    private final Supplier<@Nullable Showing> unaskedTurns;
    private final Map<UUID, Showing> asked = new LinkedHashMap<>();
    private final Map<UUID, Showing> over = new HashMap<>();
    private @Nullable Showing unasked;
    /** What the next turn that nobody asked for will be about. */
    private @Nullable TaskFinished ended;

    /**
     * @param unaskedTurns begins to show a turn that nobody asked for; null where nobody would see it
     */
    ShownTurns(Supplier<@Nullable Showing> unaskedTurns) {
        this.unaskedTurns = unaskedTurns;
    }

    /** A prompt goes to Claude. */
    synchronized void enter(UUID prompt, Showing showing) {
        asked.put(prompt, showing);
    }

    /** The prompt is at its end, and what is to be said about it is up to the caller. */
    synchronized Showing leave(UUID prompt) {
        Showing showing = over.remove(prompt);
        return showing != null ? showing : Objects.requireNonNull(asked.remove(prompt), "the prompt was not shown");
    }

    /** The prompt is given up, however far it got. */
    synchronized void abandon(UUID prompt) {
        Showing showing = over.remove(prompt);
        Showing begun = asked.remove(prompt);
        if (showing != null) {
            showing.close();
        }
        if (begun != null) {
            begun.close();
        }
    }

    void on(ClaudeEvent event) {
        Showing now = nowShowing(event);
        if (now != null) {
            now.on(event);
        }
    }

    private synchronized @Nullable Showing nowShowing(ClaudeEvent event) {
        if (event instanceof TaskFinished task) {
            ended = task;
        }
        if (unasked == null && asked.isEmpty() && beginsSomething(event)) {
            unasked = unaskedTurns.get();
            if (unasked != null && ended != null) {
                unasked.on(ended);
            }
            ended = null;
        }
        return unasked != null ? unasked : asked.values().stream().findFirst().orElse(null);
    }

    private static boolean beginsSomething(ClaudeEvent event) {
        return (event instanceof Output output && !output.isFromSubagent())
                || (event instanceof ToolUse use && use.parentToolUseId() == null);
    }

    void status(Status status) {
        each(showing -> showing.status(status));
    }

    /** The chats may talk to other sessions than before. */
    void look(Predicate<ChatId> inFront) {
        each(showing -> showing.inFront(inFront.test(showing.where())));
    }

    private void each(Consumer<Showing> what) {
        List<Showing> all;
        synchronized (this) {
            all = new ArrayList<>(asked.values());
            if (unasked != null) {
                all.add(unasked);
            }
        }
        all.forEach(what);
    }

    /** The turn of these prompts is over: what happens from now on is not theirs. */
    synchronized void completed(TurnResult turn) {
        // Turns follow each other: one that nobody asked for and that is still shown has ended without a report of its
        // own.
        processGone();
        for (UUID prompt : turn.promptIds()) {
            Showing showing = asked.remove(prompt);
            if (showing != null) {
                over.put(prompt, showing);
            }
        }
    }

    /** A turn that nobody asked for is over. Null where nobody would see it. */
    synchronized @Nullable Showing unaskedCompleted() {
        Showing showing = unasked != null ? unasked : unaskedTurns.get();
        unasked = null;
        return showing;
    }

    /** The process is gone, and with it what it did without being asked. */
    synchronized void processGone() {
        if (unasked != null) {
            unasked.close();
            unasked = null;
        }
    }
}
