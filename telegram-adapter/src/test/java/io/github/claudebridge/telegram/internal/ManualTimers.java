package io.github.claudebridge.telegram.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so, and timers that go by it. Thread-safe; what is due runs on the thread that lets time pass. */
public final class ManualTimers extends Clock implements Timers {

    private record Alarm(Instant due, Runnable task) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now.plus(delay), task);
        alarms.add(alarm);
        return () -> callOff(alarm);
    }

    private synchronized void callOff(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Lets time pass; everything that becomes due is done at its time. */
    public void pass(Duration time) {
        Instant end = instant().plus(time);
        for (Optional<Alarm> next = next(end); next.isPresent(); next = next(end)) {
            next.get().task().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Alarm> next(Instant end) {
        Optional<Alarm> next =
                alarms.stream().filter(alarm -> !alarm.due().isAfter(end)).min(Comparator.comparing(Alarm::due));
        next.ifPresent(alarm -> {
            alarms.remove(alarm);
            now = alarm.due().isAfter(now) ? alarm.due() : now;
        });
        return next;
    }

    /** How many wait. */
    public synchronized int waiting() {
        return alarms.size();
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
        throw new UnsupportedOperationException("tests need no other zone");
    }
}
