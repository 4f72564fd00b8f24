package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Holds on to what is started for a conversation from the first moment on, to end it by force. Thread-safe. */
final class Lifeline {

    private @Nullable Connection connection;
    private boolean cut;

    /** The same transport, whose connections are held here. */
    Transport over(Transport transport) {
        return launch -> {
            Connection started = transport.start(launch);
            if (isTooLateFor(started)) {
                started.killTree();
            }
            return started;
        };
    }

    private synchronized boolean isTooLateFor(Connection started) {
        connection = started;
        return cut;
    }

    /** Kills what lives of it, and what is still to come. Returns when it is gone, after two seconds at most. */
    void cut() {
        Connection last = last();
        if (last != null) {
            last.killTree();
        }
    }

    private synchronized @Nullable Connection last() {
        cut = true;
        return connection;
    }
}
