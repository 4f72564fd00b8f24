package io.github.claudebridge.telegram.gateway;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log when polling stops to work and when it works again, one line each. Thread-safe. */
final class PollHealth {

    private static final Logger LOG = LoggerFactory.getLogger(PollHealth.class);

    private final AtomicBoolean down = new AtomicBoolean();

    void trouble(String reason) {
        if (down.compareAndSet(false, true)) {
            LOG.warn("Telegram cannot be reached ({}); trying again until it can.", reason);
        }
    }

    void works() {
        if (down.compareAndSet(true, false)) {
            LOG.info("Telegram can be reached again.");
        }
    }
}
