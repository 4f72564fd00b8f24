package io.github.claudebridge.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadTimersTest {

    @Test
    void what_waits_for_the_disk_is_no_reason_for_others_to_be_late() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (WorkThreads work = new WorkThreads("test-due");
                ThreadTimers timers = new ThreadTimers("test-timers", work)) {
            Runnable first = timers.after(Duration.ZERO, () -> await(disk));
            Runnable next = timers.after(Duration.ofMillis(1), second::countDown);
            assertThat(second.await(60, TimeUnit.SECONDS)).isTrue();
            disk.countDown();
            first.run();
            next.run();
        }
    }

    @Test
    void what_is_called_off_before_a_worker_has_time_for_it_is_not_done() throws Exception {
        BlockingQueue<Runnable> handedOn = new LinkedBlockingQueue<>();
        AtomicReference<String> done = new AtomicReference<>("nothing");
        try (ThreadTimers timers = new ThreadTimers("test-timers", handedOn::add)) {
            Runnable callOff = timers.after(Duration.ZERO, () -> done.set("something"));
            Runnable due = handedOn.take();
            callOff.run();
            due.run();
        }
        assertThat(done).hasValue("nothing");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
