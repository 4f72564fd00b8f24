package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long nothing happened. */
final class Gaps {

    private Gaps() {}

    /** The longest time between two of the instants that follow each other, the beginning included. */
    static Duration longest(Instant begin, List<Instant> instants) {
        Duration longest = Duration.ZERO;
        Instant last = begin;
        for (Instant instant : instants) {
            Duration gap = Duration.between(last, instant);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            last = instant;
        }
        return longest;
    }
}
