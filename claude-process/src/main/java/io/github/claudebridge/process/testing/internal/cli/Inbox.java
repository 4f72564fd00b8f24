package io.github.claudebridge.process.testing.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The messages on their way to a turn. A message that finds nothing running is started at once; those that wait are
 * started together when the running turn has ended. Thread-safe.
 */
final class Inbox {
    private final Events events;
    private final boolean replays;
    private final Consumer<String> received;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Prompt> waiting = new ArrayList<>();
    private List<Prompt> started = List.of();
    private boolean busy;
    private boolean closed;
    private int holds;

    /**
     * An inbox.
     *
     * @param received told of each message of the user, before anything else is done with it
     */
    Inbox(Events events, boolean replays, Consumer<String> received) {
        this.events = events;
        this.replays = replays;
        this.received = received;
    }

    /** Something will add a message later, even after the end of input. */
    void hold() {
        lock.lock();
        try {
            holds++;
        } finally {
            lock.unlock();
        }
    }

    /** It has. */
    void release() {
        lock.lock();
        try {
            holds--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(Prompt prompt) {
        lock.lock();
        try {
            if (prompt.asked()) {
                received.accept(prompt.text());
            }
            events.lifecycle(prompt, "queued");
            waiting.add(prompt);
            if (!busy) {
                start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the messages of the next turn; none where the inbox was closed and is empty. */
    List<Prompt> take() throws InterruptedException {
        lock.lock();
        try {
            while (started.isEmpty() && !(closed && waiting.isEmpty() && holds == 0)) {
                changed.await();
            }
            List<Prompt> taken = started;
            started = List.of();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Tells that the turn has ended. */
    void turnEnded() {
        lock.lock();
        try {
            busy = false;
            if (!waiting.isEmpty()) {
                start();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits, for the running turn. */
    List<Prompt> takeWaiting() {
        lock.lock();
        try {
            List<Prompt> taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The ids of those that wait. */
    List<String> waitingIds() {
        lock.lock();
        try {
            return ids(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Drops those that wait and returns their ids. */
    List<String> cancelWaiting() {
        List<Prompt> cancelled = takeWaiting();
        cancelled.forEach(prompt -> events.lifecycle(prompt, "cancelled"));
        return ids(cancelled);
    }

    /** Drops the one with this id, if it still waits. */
    boolean cancel(String uuid) {
        lock.lock();
        try {
            boolean found = waiting.removeIf(prompt -> uuid.equals(prompt.uuid()));
            if (found) {
                events.lifecycle(new Prompt(uuid, "", true, false, true), "cancelled");
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** No more messages will come. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        busy = true;
        started = List.copyOf(waiting);
        waiting.clear();
        if (replays && started.size() > 1) {
            events.replay(started.get(0).content(), started.get(0).uuid());
        }
        started.forEach(prompt -> events.lifecycle(prompt, "started"));
        changed.signalAll();
    }

    private static List<String> ids(List<Prompt> prompts) {
        List<String> ids = new ArrayList<>();
        for (Prompt prompt : prompts) {
            if (prompt.uuid() != null) {
                ids.add(prompt.uuid());
            }
        }
        return ids;
    }
}
