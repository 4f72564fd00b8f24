package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.event.EventsSkipped;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for a listener. The reader must not wait for the listener, and a listener may never return; so when too much waits,
 * calls are left out, the cheapest first, and the listener is told how many, at the place where they are missing. Thread-safe; never makes
 * its caller wait.
 */
final class Backlog {

    /** What a waiting call costs beside the text that it carries. */
    private static final int OVERHEAD_BYTES = 256;

    private final Executor queue;
    private final long pieceLimit;
    private final long eventLimit;
    private final Consumer<EventsSkipped> skipped;
    private long waiting;
    private @Nullable Gap gap;

    /**
     * @param queue runs calls one at a time, in order
     * @param pieceLimit from how many waiting bytes on pieces are left out; what they are pieces of still comes
     * @param eventLimit from how many waiting bytes on everything is left out that may be
     * @param skipped tells the listener what it did not get
     */
    Backlog(Executor queue, long pieceLimit, long eventLimit, Consumer<EventsSkipped> skipped) {
        this.queue = queue;
        this.pieceLimit = pieceLimit;
        this.eventLimit = eventLimit;
        this.skipped = skipped;
    }

    /** A call that tells a part of what comes again as a whole. */
    synchronized void piece(int bytes, Runnable call) {
        if (waiting >= pieceLimit) {
            openGap().pieces++;
        } else {
            add(bytes, call);
        }
    }

    /** A call that is left out only when the listener seems to be stuck. */
    synchronized void event(int bytes, Runnable call) {
        if (waiting >= eventLimit) {
            openGap().events++;
        } else {
            add(bytes, call);
        }
    }

    /** A call that tells how things stand: of those that are left out at one place, the last is made up for. */
    synchronized void state(Runnable call) {
        if (waiting >= eventLimit) {
            openGap().state = call;
        } else {
            add(0, call);
        }
    }

    /** A call that is never left out: one of the few that an end of a turn or an error is told with. */
    synchronized void vital(Runnable call) {
        add(0, call);
    }

    private void add(int bytes, Runnable call) {
        int cost = OVERHEAD_BYTES + bytes;
        gap = null;
        waiting += cost;
        queue.execute(() -> {
            try {
                call.run();
            } finally {
                done(cost);
            }
        });
    }

    private synchronized void done(int cost) {
        waiting -= cost;
    }

    private Gap openGap() {
        Gap open = gap;
        if (open == null) {
            open = new Gap();
            gap = open;
            queue.execute(open);
        }
        return open;
    }

    /** What is missing at one place. It grows until something follows it or the listener comes to it. */
    private final class Gap implements Runnable {

        private long pieces;
        private long events;
        private @Nullable Runnable state;

        @Override
        public void run() {
            close();
            if (pieces + events > 0) {
                skipped.accept(new EventsSkipped(pieces, events));
            }
            if (state != null) {
                state.run();
            }
        }

        private void close() {
            synchronized (Backlog.this) {
                if (gap == this) {
                    gap = null;
                }
            }
        }
    }
}
