package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;

/** What one chat may still get. Something is always kept back from cosmetics, so that an answer never waits for them. */
final class ChatBudget {

    private static final double NANOS = 1_000_000_000.0;
    private static final double AT_START = 1;

    private final Pace pace;
    private final Window group;
    private final boolean isGroup;
    private double left;
    private Instant refilledAt;

    /**
     * @param began when the bot was started: what an earlier run took shortly before is not known
     */
    ChatBudget(Pace pace, boolean isGroup, Instant began) {
        this.pace = pace;
        this.isGroup = isGroup;
        this.group = new Window(Duration.ofMinutes(1), pace.perGroupMinute());
        this.left = Math.min(pace.burst(), AT_START);
        this.refilledAt = began;
    }

    /** How long until this can be paid; zero when it can be paid now. */
    Duration waitFor(Instant now, Lane lane, double cost) {
        refill(now);
        double kept = lane == Lane.URGENT ? 0 : 1;
        double missing = Math.min(cost + kept, pace.burst()) - left;
        Duration wait =
                missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / pace.perSecond() * NANOS));
        Duration groupWait = isGroup ? group.waitFor(now, lane == Lane.URGENT ? 0 : 4) : Duration.ZERO;
        return wait.compareTo(groupWait) > 0 ? wait : groupWait;
    }

    void take(Instant now, double cost) {
        refill(now);
        left -= cost;
        group.add(now);
    }

    private void refill(Instant now) {
        double seconds = Duration.between(refilledAt, now).toNanos() / NANOS;
        left = Math.min(pace.burst(), left + Math.max(0, seconds) * pace.perSecond());
        refilledAt = now;
    }
}
