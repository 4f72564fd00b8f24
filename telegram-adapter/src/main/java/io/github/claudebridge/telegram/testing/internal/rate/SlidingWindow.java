package io.github.claudebridge.telegram.testing.internal.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts events of the recent past. Guarded by the world's lock. */
final class SlidingWindow {

    private final Duration span;
    private final Deque<Instant> events = new ArrayDeque<>();

    SlidingWindow(Duration span) {
        this.span = span;
    }

    /** How long until one more event stays within {@code limit}; zero when it does now. */
    Duration waitFor(Instant now, int limit) {
        while (!events.isEmpty() && !events.element().plus(span).isAfter(now)) {
            events.remove();
        }
        return events.size() < limit
                ? Duration.ZERO
                : Duration.between(now, events.element().plus(span));
    }

    void add(Instant now) {
        events.add(now);
    }
}
