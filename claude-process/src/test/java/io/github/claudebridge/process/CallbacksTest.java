package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.ScriptedCli;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallbacksTest {

    private static final UUID SESSION = new UUID(7, 7);

    private final ScriptedCli cli = new ScriptedCli();

    @Test
    void come_one_at_a_time_in_the_order_of_the_stream() {
        List<String> order = new CopyOnWriteArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onOutput(Output output) {
                overlapped.compareAndSet(false, inside.incrementAndGet() != 1);
                order.add(output.text());
                inside.decrementAndGet();
            }
        };
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            Turn turn = claude.send("go");
            List<String> expected =
                    IntStream.range(0, 2000).mapToObj(i -> "t" + i).toList();
            expected.forEach(text -> cli.say(CliLines.delta(text)));
            cli.say(CliLines.result(SESSION, "end").text());
            resultOf(turn);
            assertThat(order).isEqualTo(expected);
            assertThat(overlapped).isFalse();
        }
    }

    @Test
    void that_throw_harm_only_themselves() {
        List<ClaudeError> errors = new CopyOnWriteArrayList<>();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onOutput(Output output) {
                throw new IllegalStateException("mine");
            }

            @Override
            public void onComplete(TurnResult turn) {
                throw new AssertionError("too");
            }

            @Override
            public void onError(ClaudeError error) {
                errors.add(error);
                throw new IllegalArgumentException("and here");
            }
        };
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            for (int i = 0; i < 2; i++) {
                Turn turn = claude.send("go");
                cli.say(CliLines.text("text"));
                cli.say(CliLines.result(SESSION, "end").text());
                assertThat(resultOf(turn).text()).isEqualTo("end");
            }
        }
        assertThat(errors)
                .extracting(error -> ((ClaudeError.CallbackFailed) error).callback())
                .containsExactly("onOutput", "onComplete", "onOutput", "onComplete");
    }

    @Test
    void that_never_return_hold_up_neither_the_stream_nor_requests_nor_results() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onOutput(Output output) {
                stuck.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        cli.answer("list_models", request -> "{\"models\":[]}");
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            Turn turn = claude.send("go");
            for (int i = 0; i < 10_000; i++) {
                cli.say(CliLines.delta("x"));
            }
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(claude.models().get(10, TimeUnit.SECONDS)).isEmpty();
            cli.say(CliLines.result(SESSION, "end").text());
            assertThat(resultOf(turn).text()).isEqualTo("end");
            release.countDown();
        }
    }

    @Test
    void that_wait_for_the_end_of_a_turn_get_it_also_when_the_cli_dies() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CompletableFuture<Turn> running = new CompletableFuture<>();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onOutput(Output output) {
                stuck.countDown();
                running.join().result().handle((result, failure) -> "ended").join();
            }
        };
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            Turn turn = claude.send("go");
            running.complete(turn);
            cli.say(CliLines.delta("x"));
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            cli.connection().exit(9);
            assertThat(errorOf(turn.result())).isInstanceOf(ClaudeError.ProcessDied.class);
        }
    }

    @Test
    void of_a_turn_have_returned_when_its_result_is_there() {
        AtomicInteger seen = new AtomicInteger();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onComplete(TurnResult turn) {
                seen.incrementAndGet();
            }
        };
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            for (int i = 1; i <= 50; i++) {
                Turn turn = claude.send("go");
                cli.say(CliLines.result(SESSION, "end").text());
                resultOf(turn);
                assertThat(seen).hasValue(i);
            }
        }
    }

    @Test
    void may_use_the_process() {
        AtomicReference<@Nullable Turn> second = new AtomicReference<>();
        AtomicReference<@Nullable ClaudeProcess> process = new AtomicReference<>();
        ClaudeListener listener = new ClaudeListener() {
            @Override
            public void onComplete(TurnResult turn) {
                if (second.get() == null) {
                    second.set(Objects.requireNonNull(process.get()).send("and then"));
                }
            }
        };
        try (ClaudeProcess claude = Conversations.with(cli, listener).start()) {
            process.set(claude);
            claude.send("go");
            cli.say(CliLines.result(SESSION, "end").text());
            cli.nextPrompt();
            cli.nextPrompt();
            cli.say(CliLines.result(SESSION, "end 2").text());
            await().until(() -> second.get() != null);
            assertThat(resultOf(Objects.requireNonNull(second.get())).text()).isEqualTo("end 2");
        }
    }
}
