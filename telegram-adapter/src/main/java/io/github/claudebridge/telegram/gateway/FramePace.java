package io.github.claudebridge.telegram.gateway;

import java.time.Duration;

/** How often a draft is drawn: often at first, seldom in a turn that takes its time. */
final class FramePace {

    /** A draft fades after 30 seconds. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private FramePace() {}

    /**
     * How long after a frame the next one may follow.
     *
     * @param age how long there has been something to draw
     * @param isGroup whether every frame is an edit of a message that costs a group as much as a message
     */
    static Duration spacing(Duration age, boolean isGroup) {
        if (age.compareTo(MINUTE) < 0) {
            return Duration.ofMillis(isGroup ? 3_500 : 1_200);
        }
        return age.compareTo(LONG) < 0 ? Duration.ofMillis(isGroup ? 5_000 : 3_000) : Duration.ofSeconds(10);
    }
}
