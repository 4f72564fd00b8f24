package io.github.claudebridge.telegram.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A loop on the test's own thread whose time jumps to the next thing that happens. */
final class SimulatedLoop implements Loop {

    private record Timer(Instant at, long order, Runnable task) {}

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long timersMade;

    /** The same time as a clock. */
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Lets this much time pass, and does what happens meanwhile. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        runUntil(end, () -> false);
        now = end;
    }

    /** Goes on until something holds, for a simulated hour at most. */
    void runUntil(BooleanSupplier condition) {
        runUntil(now.plus(Duration.ofHours(1)), condition);
        if (!condition.getAsBoolean()) {
            throw new AssertionError("Waited for an hour of simulated time in vain.");
        }
    }

    private void runUntil(Instant end, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Runnable task = calls.get() > 0 ? awaited() : tasks.poll();
            if (task != null) {
                task.run();
                continue;
            }
            Timer next = timers.peek();
            if (next == null || next.at().isAfter(end)) {
                return;
            }
            timers.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.task().run();
        }
    }

    private Runnable awaited() {
        try {
            Runnable task = tasks.poll(60, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("A call did not end within a minute of real time.");
            }
            return task;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(now.plus(delay), timersMade++, task));
    }

    @Override
    public <T> void when(CompletableFuture<T> call, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then) {
        calls.incrementAndGet();
        CompletableFuture<?> unused = call.whenComplete((result, failure) -> tasks.add(() -> {
            calls.decrementAndGet();
            then.accept(result, failure);
        }));
    }

    /** Forgets everything, as a killed program does. */
    @Override
    public void close() {
        timers.clear();
        tasks.clear();
    }
}
