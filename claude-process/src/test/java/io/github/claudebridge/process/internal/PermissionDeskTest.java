package io.github.claudebridge.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PermissionDeskTest {

    private final List<CompletableFuture<Permission>> decisions = new CopyOnWriteArrayList<>();
    private final List<Integer> told = new CopyOnWriteArrayList<>();
    private final List<ClaudeError> errors = new CopyOnWriteArrayList<>();
    private final CountDownLatch telling = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final PermissionDesk desk = new PermissionDesk(
            request -> {
                CompletableFuture<Permission> decision = new CompletableFuture<>();
                decisions.add(decision);
                return decision;
            },
            Duration.ofHours(1),
            errors::add,
            this::tell);

    private void tell(int waiting) {
        if (Thread.currentThread().getName().equals("slow")) {
            telling.countDown();
            try {
                assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        told.add(waiting);
    }

    private Thread allowing(int question, String name) {
        Thread thread = new Thread(() -> decisions.get(question).complete(Permission.allow()), name);
        thread.start();
        return thread;
    }

    @Test
    void tells_last_how_many_wait_in_the_end_however_slowly_it_is_told() throws InterruptedException {
        CompletableFuture<Json> first = desk.ask("1", Json.EMPTY_OBJECT);
        CompletableFuture<Json> second = desk.ask("2", Json.EMPTY_OBJECT);
        await().until(() -> decisions.size() == 2);
        Thread slow = allowing(0, "slow");
        assertThat(telling.await(10, TimeUnit.SECONDS)).isTrue();
        Thread quick = allowing(1, "quick");
        await().until(() -> quick.getState() == Thread.State.BLOCKED || told.contains(0));
        goOn.countDown();
        slow.join();
        quick.join();
        assertThat(told).containsExactly(1, 2, 1, 0);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(errors).isEmpty();
    }
}
