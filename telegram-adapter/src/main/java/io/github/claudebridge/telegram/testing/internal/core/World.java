package io.github.claudebridge.telegram.testing.internal.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The lock that guards all state of one fake server, the signal that something changed, and the clock. Thread-safe.
 *
 * <p>One lock is enough: calls are short, and whoever waits gives it up while waiting.
 */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Clock clock;
    private long version;
    private boolean closed;

    public World(Clock clock) {
        this.clock = clock;
    }

    /** The time of the server's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The time of the server's clock as the Bot API writes it: whole seconds. */
    public long nowSeconds() {
        return now().getEpochSecond();
    }

    /** Runs {@code action} with the lock held, without telling anyone of a change. */
    public <T> T read(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code action} with the lock held and then wakes all who wait, also when it throws. */
    public <T> T change(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            touch();
            lock.unlock();
        }
    }

    /** {@link #change(Supplier)} for an action without a result. */
    public void change(Runnable action) {
        change(() -> {
            action.run();
            return true;
        });
    }

    /** Wakes all who wait. The caller holds the lock. */
    public void touch() {
        version++;
        changed.signalAll();
    }

    /** How many changes there have been; grows with each. */
    public long version() {
        return read(() -> version);
    }

    /**
     * Waits, in real time, until {@code condition} holds, the world closes or {@code limit} has passed. The condition is looked
     * at with the lock held.
     *
     * @return whether the condition holds
     */
    public boolean await(Duration limit, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everyone who waits go, now and in future. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #close()} was called. */
    public boolean isClosed() {
        return read(() -> closed);
    }

    /** Waits on the lock for {@code pause} of real time, or less when the world closes. Used where the server itself is slow. */
    public void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        await(pause.plus(Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(1))), () -> System.nanoTime() - end >= 0);
    }
}
