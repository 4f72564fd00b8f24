package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.internal.SerialExecutor;
import io.github.claudebridge.process.internal.SharedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener the bytes, without making the thread that reads wait for it. Thread-safe; fed by one thread. */
final class ByteFeed {

    private static final Logger log = LoggerFactory.getLogger(ByteFeed.class);
    private static final long MOST_WAITING = 4 << 20;

    private final TerminalListener listener;
    private final SerialExecutor calls = new SerialExecutor(SharedThreads.CALLBACKS);
    private long waiting;
    private long skipped;

    ByteFeed(TerminalListener listener) {
        this.listener = listener;
    }

    void bytes(byte[] bytes) {
        synchronized (this) {
            if (waiting + bytes.length > MOST_WAITING) {
                skipped += bytes.length;
                return;
            }
            waiting += bytes.length;
        }
        tellSkipped();
        calls.execute(() -> {
            guarded(() -> listener.onBytes(bytes));
            synchronized (this) {
                waiting -= bytes.length;
            }
        });
    }

    void end() {
        tellSkipped();
        calls.execute(() -> guarded(listener::onEnd));
    }

    private void tellSkipped() {
        long missing;
        synchronized (this) {
            missing = skipped;
            skipped = 0;
        }
        if (missing > 0) {
            calls.execute(() -> guarded(() -> listener.onSkipped(missing)));
        }
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error failure) {
            log.warn("The listener of a terminal failed", failure);
        }
    }
}
