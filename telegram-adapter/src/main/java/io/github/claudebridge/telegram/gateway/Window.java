package io.github.claudebridge.telegram.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened in the recent past. */
final class Window {

    private final Duration span;
    private final int limit;
    private final Deque<Instant> events = new ArrayDeque<>();

    Window(Duration span, int limit) {
        this.span = span;
        this.limit = limit;
    }

    /** How long until there is room for one more beside {@code kept} others; zero when there is now. */
    Duration waitFor(Instant now, int kept) {
        if (limit == Integer.MAX_VALUE) {
            return Duration.ZERO;
        }
        while (!events.isEmpty() && !events.element().plus(span).isAfter(now)) {
            events.remove();
        }
        int tooMany = events.size() + kept + 1 - limit;
        if (tooMany <= 0 || events.isEmpty()) {
            return Duration.ZERO;
        }
        Instant free = events.stream()
                .skip(tooMany - 1L)
                .findFirst()
                .orElseGet(events::getLast)
                .plus(span);
        return Duration.between(now, free);
    }

    void add(Instant now) {
        if (limit != Integer.MAX_VALUE) {
            events.add(now);
        }
    }
}
