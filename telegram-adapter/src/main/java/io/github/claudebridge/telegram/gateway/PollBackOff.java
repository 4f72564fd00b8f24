package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** Waits half a second after the first failure, twice as long after each further one up to half a minute, and as long as Telegram asks. */
final class PollBackOff implements BackOff {

    private static final long FIRST = 500;
    private static final long LONGEST = 30_000;

    private final PollHealth health;
    private long next = FIRST;
    private long asked;

    /**
     * @param health is told of every wait
     */
    PollBackOff(PollHealth health) {
        this.health = health;
    }

    /** Makes the next wait at least this long. */
    synchronized void atLeast(Duration wait) {
        asked = wait.toMillis();
    }

    @Override
    public synchronized void reset() {
        next = FIRST;
        asked = 0;
    }

    @Override
    public synchronized long nextBackOffMillis() {
        long wait = Math.max(next, asked);
        next = Math.min(next * 2, LONGEST);
        asked = 0;
        health.alive(Duration.ofMillis(wait));
        return wait;
    }
}
