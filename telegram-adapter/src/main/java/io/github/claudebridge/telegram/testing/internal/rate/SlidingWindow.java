package io.github.claudebridge.telegram.testing.internal.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** Counts events of the recent past. Guarded by the world's lock. */
final class SlidingWindow {

    private final Duration span;
    private final Deque<Instant> events = new ArrayDeque<>();

    SlidingWindow(Duration span) {
        this.span = span;
    }

    /** How long until so many more events stay within {@code limit}, which is not less; zero when they do now. */
    Duration waitFor(Instant now, int more, int limit) {
        while (!events.isEmpty() && !events.element().plus(span).isAfter(now)) {
            events.remove();
        }
        int leaving = events.size() + more - limit;
        return leaving <= 0
                ? Duration.ZERO
                : Duration.between(
                        now,
                        events.stream()
                                .skip(leaving - 1L)
                                .findFirst()
                                .orElseThrow()
                                .plus(span));
    }

    void add(Instant now, int count) {
        events.addAll(Collections.nCopies(count, now));
    }
}
