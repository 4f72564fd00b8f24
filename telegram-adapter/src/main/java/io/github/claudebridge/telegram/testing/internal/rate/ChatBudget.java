package io.github.claudebridge.telegram.testing.internal.rate;

import io.github.claudebridge.telegram.testing.RateModel;
import java.time.Duration;
import java.time.Instant;

/** What is left of one chat's budget. Guarded by the world's lock. */
final class ChatBudget {

    private static final double NANOS = 1e9;

    private final RateModel limits;
    private final SlidingWindow groupWindow;
    private double left;
    private Instant refilledAt;
    private Instant frozenUntil = Instant.MIN;
    private int violations;

    ChatBudget(RateModel limits, Instant now) {
        this.limits = limits;
        this.groupWindow = new SlidingWindow(limits.groupWindow());
        this.left = limits.burst();
        this.refilledAt = now;
    }

    boolean isFrozen(Instant now) {
        return now.isBefore(frozenUntil);
    }

    /** Makes the waiting time longer because the bot did not wait. */
    Duration punish(Instant now) {
        violations++;
        frozenUntil = violations >= limits.hammering() ? now.plus(limits.penalty()) : frozenUntil.plusSeconds(1);
        return Duration.between(now, frozenUntil);
    }

    void freeze(Instant now, Duration wait) {
        violations++;
        frozenUntil = now.plus(wait);
    }

    /**
     * How long until {@code cost} can be paid; zero when it can be paid now. What costs more than there ever is at once is paid when all is there.
     *
     * @param inGroup how many messages count for a group; 0 in a private chat
     */
    Duration waitFor(Instant now, double cost, int inGroup) {
        refill(now);
        double missing = Math.min(cost, limits.burst()) - left;
        Duration wait =
                missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / limits.perSecond() * NANOS));
        Duration groupWait = inGroup > 0 ? groupWindow.waitFor(now, inGroup, limits.groupLimit()) : Duration.ZERO;
        return wait.compareTo(groupWait) > 0 ? wait : groupWait;
    }

    void take(Instant now, double cost, int messages) {
        left -= cost;
        violations = 0;
        groupWindow.add(now, messages);
    }

    private void refill(Instant now) {
        double seconds = Duration.between(refilledAt, now).toNanos() / NANOS;
        left = Math.min(limits.burst(), left + seconds * limits.perSecond());
        refilledAt = now;
    }
}
