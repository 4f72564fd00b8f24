package io.github.claudebridge.telegram.conversation.question;

import io.github.claudebridge.telegram.internal.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time that passes only when it is told to, and the timers that go by it. Thread-safe. */
final class TestTime extends Clock implements Timers {

    private record Due(Instant at, Runnable task) {}

    private final List<Due> waiting = new ArrayList<>();
    private Instant now = Instant.now();

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        waiting.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        waiting.remove(due);
    }

    /** Lets time pass, and runs what is due by then, in order. */
    void passes(Duration time) {
        synchronized (this) {
            now = now.plus(time);
        }
        for (Due due = next(); due != null; due = next()) {
            due.task().run();
        }
    }

    private synchronized @Nullable Due next() {
        Due next = waiting.stream()
                .filter(due -> !due.at().isAfter(now))
                .min(Comparator.comparing(Due::at))
                .orElse(null);
        waiting.remove(next);
        return next;
    }

    /** How many timers wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
