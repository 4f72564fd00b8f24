package io.github.claudebridge.process.supervisor.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host when what it stores about a conversation is no longer true. For the life of one process. Thread-safe. */
final class IdentityTeller {

    private static final Logger log = LoggerFactory.getLogger(IdentityTeller.class);

    private final History history;
    private final Herald herald;
    private @Nullable Running running;
    private @Nullable UUID told;
    private boolean toldHistory;

    IdentityTeller(History history, Herald herald) {
        this.history = history;
        this.herald = herald;
    }

    /** The process is there. */
    synchronized void began(Running launched) {
        running = launched;
        told = launched.spec().sessionId();
        toldHistory = launched.spec().hasHistory();
        if (launched.isResumed()) {
            is(told, true);
        }
    }

    /** This is the id now, and a turn was completed under it, or not. */
    synchronized void is(UUID id, boolean completed) {
        UUID before = told;
        if (running == null || before == null) {
            return;
        }
        history.learn(id, completed ? History.Evidence.CERTAIN : History.Evidence.NONE);
        boolean changed = !id.equals(before);
        if (changed || (completed && !toldHistory)) {
            told = id;
            toldHistory = completed;
            herald.identity(id, completed, changed ? before : null);
            if (changed) {
                follow(running, id);
            }
        }
    }

    /** The lock goes over to the other id. Where it cannot, the conversation goes on all the same: the host knows its id. */
    private static void follow(Running with, UUID id) {
        try {
            with.resources().follow(id);
        } catch (RuntimeException e) {
            log.warn("The session {} is not locked", id, e);
        }
    }
}
