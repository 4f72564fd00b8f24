package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Since when nothing happens, and when something is to be done about it. Guarded by its keeper, except where it says otherwise. */
final class IdleClock {

    private final Clock clock;
    private final Alarms alarms;
    private final Runnable wake;
    private Duration timeout = ConversationSpec.DEFAULT_IDLE_TIMEOUT;
    private volatile @Nullable Idleness idleness;
    private volatile Instant heldUntil = Instant.MIN;
    private @Nullable Instant due;
    private @Nullable Future<?> alarm;

    /**
     * @param wake called on the pool at about the time when {@link #isDue} becomes true
     */
    IdleClock(Clock clock, Alarms alarms, Runnable wake) {
        this.clock = clock;
        this.alarms = alarms;
        this.wake = wake;
    }

    void timeout(Duration after) {
        timeout = after;
        Idleness now = idleness;
        if (now != null) {
            arm(now.since().plus(after));
        }
    }

    /** Nothing happens; false when that was known. */
    boolean idle() {
        if (idleness != null) {
            return false;
        }
        restart();
        return true;
    }

    /** Somebody took an interest: the idle time begins anew. */
    void touch() {
        if (idleness != null) {
            restart();
        }
    }

    private void restart() {
        Instant now = clock.instant();
        idleness = new Idleness(now);
        arm(now.plus(timeout));
    }

    /** Something happens, or there is nothing that could be idle. */
    void busy() {
        idleness = null;
        due = null;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** Not for idleness, but for another time. */
    void wakeAfter(Duration pause) {
        idleness = null;
        arm(clock.instant().plus(pause));
    }

    private void arm(Instant at) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        due = at;
        alarm = alarms.at(at, wake);
    }

    /** Nothing happens, but something is about to: for so long it does not count as idle. */
    void hold(Duration time) {
        heldUntil = clock.instant().plus(time);
        Future<?> unused = alarms.at(heldUntil, wake);
    }

    /** Whether something is about to happen. From any thread. */
    boolean isHeld() {
        return clock.instant().isBefore(heldUntil);
    }

    boolean isDue() {
        return due != null && !clock.instant().isBefore(due) && !isHeld();
    }

    /** Was woken too early: the clock is not the machine's, or runs differently. */
    void rearm() {
        if (due != null) {
            arm(isHeld() && due.isBefore(heldUntil) ? heldUntil : due);
        }
    }

    /** The time in which nothing happens; null where something does, or is about to. From any thread. */
    @Nullable Idleness idleness() {
        return isHeld() ? null : idleness;
    }
}
