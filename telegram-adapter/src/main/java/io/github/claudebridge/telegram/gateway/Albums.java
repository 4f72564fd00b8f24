package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

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

    /**
     * Takes a message.
     *
     * @param album the album that it is a part of; empty for none
     */
    void add(StoredUpdate update, UserMessage message, String album) {
        endOthers(message, album);
        Unit unit = open.stream()
                .filter(one -> one.isAlbum(message.chat(), album))
                .findFirst()
                .orElseGet(() -> begin(album));
        unit.add(update, message);
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

    private void endOthers(UserMessage message, String album) {
        List.copyOf(open).stream()
                .filter(unit -> unit.isIn(message.chat()) && !unit.isAlbum(message.chat(), album))
                .forEach(this::end);
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
