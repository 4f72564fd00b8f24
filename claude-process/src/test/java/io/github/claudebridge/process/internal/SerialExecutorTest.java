package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    private final List<String> ran = new ArrayList<>();

    @Test
    void goes_on_after_a_task_that_throws_and_tells_the_handler_of_the_thread() throws InterruptedException {
        AtomicReference<Throwable> told = new AtomicReference<>(new Throwable("nothing"));
        AssertionError failure = new AssertionError("mine");
        Thread thread = new Thread(() -> {
            Executor serial = new SerialExecutor(Runnable::run);
            serial.execute(() -> {
                throw failure;
            });
            serial.execute(() -> ran.add("next"));
        });
        thread.setUncaughtExceptionHandler((where, what) -> told.set(what));
        thread.start();
        thread.join();
        assertThat(told).hasValue(failure);
        assertThat(ran).containsExactly("next");
    }

    @Test
    void a_task_that_found_no_thread_runs_before_the_next_one() {
        AtomicInteger calls = new AtomicInteger();
        Executor serial = new SerialExecutor(task -> {
            if (calls.getAndIncrement() == 0) {
                throw new RejectedExecutionException("no thread");
            }
            task.run();
        });
        assertThatThrownBy(() -> serial.execute(() -> ran.add("first"))).isInstanceOf(RejectedExecutionException.class);
        serial.execute(() -> ran.add("second"));
        assertThat(ran).containsExactly("first", "second");
    }
}
