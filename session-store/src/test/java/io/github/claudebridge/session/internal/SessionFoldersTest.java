package io.github.claudebridge.session.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.session.SessionBusyException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long is not done while others wait for the lock of the home. */
class SessionFoldersTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final SessionName WORK = SessionName.of("work");

    @TempDir
    Path temporary;

    private Home home;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(temporary.resolve("home"));
        home = new Home(store.home());
        store.create(WORK, "default");
    }

    @Test
    void what_crashes_left_behind_is_deleted_while_somebody_else_has_the_lock() throws Exception {
        Path leftover = Files.createDirectory(home.sessions().resolve(".staging-999999999-7-" + UUID.randomUUID()));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch swept = new CountDownLatch(1);
        CompletableFuture<Boolean> holder =
                CompletableFuture.supplyAsync(() -> new HomeLocks(home.locks(), Duration.ofSeconds(30)).inHome(() -> {
                    locked.countDown();
                    await(swept);
                    return true;
                }));
        await(locked);

        try {
            assertThatThrownBy(() -> new SessionFolders(home, SHORT).sweep()).isInstanceOf(SessionBusyException.class);
            assertThat(leftover).doesNotExist();
        } finally {
            swept.countDown();
        }
        assertThat(holder.get()).isTrue();
    }

    @Test
    void two_that_delete_the_same_tree_at_once_do_not_disturb_each_other() throws Exception {
        Path tree = temporary.resolve("tree");
        for (int i = 0; i < 200; i++) {
            Path inner = Files.createDirectories(tree.resolve(i + "/a/b"));
            Files.writeString(inner.resolve("file"), "x");
        }
        List<CompletableFuture<Void>> deletions = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> delete(tree)))
                .toList();
        CompletableFuture.allOf(deletions.toArray(CompletableFuture<?>[]::new)).get();

        assertThat(tree).doesNotExist();
    }

    private static void delete(Path tree) {
        try {
            Trees.delete(tree);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
