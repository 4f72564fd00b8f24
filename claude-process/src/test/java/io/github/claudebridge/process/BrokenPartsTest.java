package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Parts that the embedder brings, and that fail in ways they should not. */
class BrokenPartsTest {

    private final ScriptedCli cli = new ScriptedCli();
    private final RecordingListener listener = new RecordingListener();

    private static void closesSoon(ClaudeProcess claude) {
        CompletableFuture.runAsync(claude::close)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void a_transport_that_throws_something_of_its_own_fails_the_turn_and_the_next_one_runs() {
        AtomicInteger starts = new AtomicInteger();
        ClaudeProcess claude = Conversations.with(cli, listener)
                .mode(ProcessMode.PER_TURN)
                .transport(launch -> {
                    if (starts.getAndIncrement() == 0) {
                        throw new IllegalStateException("no room");
                    }
                    return cli.start(launch);
                })
                .start();
        assertThat(errorOf(claude.send("one").result()))
                .isInstanceOfSatisfying(ClaudeError.SpawnFailed.class, error -> assertThat(error.reason())
                        .contains("no room"));
        claude.send("two");
        assertThat(cli.nextPrompt().text()).contains("two");
        closesSoon(claude);
        assertThat(claude.onExit()).isCompleted();
    }

    @Test
    void a_cli_whose_threads_cannot_be_made_is_not_left_behind() {
        AtomicInteger threads = new AtomicInteger();
        assertThatThrownBy(() -> Conversations.with(cli, listener)
                        .threads(task -> {
                            if (threads.incrementAndGet() == 3) {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                            return new Thread(task);
                        })
                        .start())
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(cli.connection().isTreeAlive()).isFalse();
    }
}
