package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts albums together: their messages come one by one, and nothing says which is the last. An album is complete when it is full, when
 * something else comes from its chat, or when nothing came for a second. Used on one thread.
 */
final class Albums {

    static final Duration SILENCE = Duration.ofSeconds(1);

    private final Loop timers;
    private final Executor thread;
    private final Consumer<Unit> complete;
    private final List<Unit> open = new ArrayList<>();

    /**
     * @param thread runs everything of this object
     * @param complete takes what is complete
     */
    Albums(Loop timers, Executor thread, Consumer<Unit> complete) {
        this.timers = timers;
        this.thread = thread;
        this.complete = complete;
    }

    /** Takes a message. */
    void add(StoredUpdate update, Incoming.Said said) {
        ChatId chat = said.message().chat();
        end(unit -> unit.isIn(chat) && !unit.isAlbum(chat, said.album()));
        Unit unit = open.stream()
                .filter(one -> one.isAlbum(chat, said.album()))
                .findFirst()
                .orElseGet(() -> begin(said.album()));
        unit.add(update, said);
        if (unit.isFull()) {
            end(unit);
        } else {
            int size = unit.size();
            timers.after(SILENCE, () -> thread.execute(() -> endIfStill(unit, size)));
        }
    }

    private Unit begin(String album) {
        Unit unit = new Unit(album);
        open.add(unit);
        return unit;
    }

    /** Waits for nothing more in a chat, because something is to come behind what is there. */
    void endIn(ChatId chat) {
        end(unit -> unit.isIn(chat));
    }

    private void end(Predicate<Unit> which) {
        List.copyOf(open).stream().filter(which).forEach(this::end);
    }

    private void endIfStill(Unit unit, int size) {
        if (unit.size() == size) {
            end(unit);
        }
    }

    private void end(Unit unit) {
        if (open.remove(unit)) {
            complete.accept(unit);
        }
    }
}
