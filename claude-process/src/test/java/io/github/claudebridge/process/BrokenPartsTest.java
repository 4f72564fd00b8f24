package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import io.github.claudebridge.process.support.UnkillableConnection;
import io.github.claudebridge.process.transport.ForwardingConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
                .isInstanceOfSatisfying(
                        ClaudeError.SpawnFailed.class,
                        error -> assertThat(error.reason()).contains("no room"));
        claude.send("two");
        assertThat(cli.nextPrompt().text()).contains("two");
        closesSoon(claude);
        assertThat(claude.onExit()).isCompleted();
    }

    @Test
    void a_process_that_cannot_be_ended_does_not_hold_up_whoever_closes_it() {
        ClaudeProcess claude = Conversations.with(cli, listener)
                .transport(launch -> new UnkillableConnection(cli.start(launch)))
                .limits(Conversations.LIMITS.withCloseStep(Duration.ofMillis(50)))
                .start();
        Turn turn = claude.send("go");
        closesSoon(claude);
        ClaudeError alive = new ClaudeError.StillAlive(0);
        assertThat(claude.onExit().join().error()).isEqualTo(alive);
        assertThat(claude.status()).isEqualTo(Status.CLOSED);
        assertThat(errorOf(turn.result())).isEqualTo(new ClaudeError.Closed());
        await().untilAsserted(
                        () -> assertThat(listener.heard(ClaudeError.class)).contains(alive));
        closesSoon(claude);
    }

    @Test
    void a_connection_that_fails_at_the_very_end_does_not_keep_the_end_from_being_told() {
        ClaudeProcess claude = Conversations.with(cli, listener)
                .transport(launch -> new ForwardingConnection(cli.start(launch)) {
                    @Override
                    public void killTree() {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }
                })
                .start();
        Turn turn = claude.send("go");
        cli.connection().exit(9);
        assertThat(errorOf(turn.result())).isInstanceOf(ClaudeError.ProcessDied.class);
        assertThat(claude.onExit().orTimeout(10, TimeUnit.SECONDS).join().code())
                .isEqualTo(9);
        closesSoon(claude);
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
