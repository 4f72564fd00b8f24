package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log when polling stops to work and when it works again, one line each, and knows whether it still lives. Thread-safe. */
final class PollHealth {

    private static final Logger LOG = LoggerFactory.getLogger(PollHealth.class);

    private static final String ANOTHER_READER =
            "Another program reads this bot's messages, here or on another machine, so that some do not get here."
                    + " Stop it, or use another token.";

    private static final String WEBHOOK =
            "A webhook was set for this bot while it ran, so that its messages go to another program instead. Stop whatever"
                    + " has set it and start claude-bridge again, which removes the webhook; or use another token.";

    /** Two programs take turns in reading, so that each seems to work now and then. */
    private static final Duration SAME_CONFLICT = Duration.ofMinutes(10);

    /** How long a poll and what follows it may take at most, waits that are known apart. */
    private static final Duration SILENCE = TelegramConnection.POLL.plusSeconds(70);

    private final Supplier<Instant> now;
    private boolean down;
    private @Nullable Instant lastConflict;
    private Instant aliveUntil;

    /**
     * @param now tells the time
     */
    PollHealth(Supplier<Instant> now) {
        this.now = now;
        this.aliveUntil = now.get().plus(SILENCE);
    }

    synchronized void trouble(String reason) {
        if (!down) {
            down = true;
            LOG.warn("Telegram cannot be reached ({}); trying again until it can.", reason);
        }
        alive(Duration.ZERO);
    }

    /**
     * Somebody else gets this bot's updates.
     *
     * @param webhook whether Telegram hands them to an address on the web, which somebody has set
     */
    synchronized void conflict(boolean webhook) {
        Instant seen = now.get();
        if (lastConflict == null || lastConflict.plus(SAME_CONFLICT).isBefore(seen)) {
            LOG.error(webhook ? WEBHOOK : ANOTHER_READER);
        }
        lastConflict = seen;
        alive(Duration.ZERO);
    }

    synchronized void works() {
        if (down) {
            down = false;
            LOG.info("Telegram can be reached again.");
        }
        alive(Duration.ZERO);
    }

    /**
     * Takes note that polling lives.
     *
     * @param pause how long nothing will happen now, on purpose
     */
    synchronized void alive(Duration pause) {
        aliveUntil = now.get().plus(pause).plus(SILENCE);
    }

    /** Whether polling has not been heard of for too long. */
    synchronized boolean isSilent() {
        return now.get().isAfter(aliveUntil);
    }
}
