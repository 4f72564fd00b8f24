package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.control.PermissionMode;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import io.github.claudebridge.process.support.ScriptedConnection;
import io.github.claudebridge.process.support.UnkillableConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A CLI for each turn, where turns overlap with its start, its end, and each other. */
class PerTurnTest {

    private static final UUID SESSION = new UUID(7, 7);
    private static final String TASKS = "{\"type\":\"system\",\"subtype\":\"background_tasks_changed\",\"tasks\":%s}";
    private static final String ONE_TASK = "[{\"task_id\":\"t\",\"task_type\":\"local_bash\",\"description\":\"d\"}]";

    private final ScriptedCli cli = new ScriptedCli();
    private final RecordingListener listener = new RecordingListener();

    private ClaudeProcess start() {
        return Conversations.with(cli, listener)
                .sessionId(SESSION)
                .mode(ProcessMode.PER_TURN)
                .start();
    }

    /** The CLI takes the prompt and begins to answer it. */
    private void begin(Turn turn) {
        assertThat(cli.nextPrompt().string("uuid")).contains(turn.promptId().toString());
        cli.say(CliLines.lifecycle(turn.promptId(), "started"));
        cli.say(CliLines.init(SESSION, "msg_lifecycle_v1"));
        cli.say(CliLines.text("to " + turn.promptId()));
        await().until(() -> listener.heard(Output.class).stream()
                .anyMatch(output -> output.text().endsWith(turn.promptId().toString())));
    }

    private Turn begun(ClaudeProcess claude, String prompt) {
        Turn turn = claude.send(prompt);
        begin(turn);
        return turn;
    }

    private void answer(Turn turn, String text) {
        cli.say(CliLines.result(SESSION, text).answering(turn.promptId()).text());
        assertThat(resultOf(turn).text()).isEqualTo(text);
    }

    /** The CLI ends as it does when it gets no more input. */
    private static void endWhenClosed(ScriptedConnection connection) {
        connection.inputClosed().orTimeout(10, TimeUnit.SECONDS).join();
        connection.exit(0);
    }

    private void wholeTurn(ClaudeProcess claude, String prompt, String text) {
        answer(begun(claude, prompt), text);
        endWhenClosed(cli.connection());
    }

    @Test
    void a_prompt_that_is_put_in_and_becomes_a_turn_of_its_own_is_answered_by_the_same_cli() {
        cli.answer("mcp_status", request -> "{}");
        try (ClaudeProcess claude = start()) {
            Turn first = begun(claude, "one");
            Turn steered = claude.steer(Prompt.of("two"));
            cli.nextPrompt();
            answer(first, "1");
            assertThat(claude.mcpServers().orTimeout(10, TimeUnit.SECONDS).join())
                    .isEmpty();
            assertThat(cli.connection().inputClosed()).isNotDone();
            answer(steered, "2");
            assertThat(cli.launches()).hasSize(1);
            endWhenClosed(cli.connection());
        }
    }

    @Test
    void a_cli_that_dies_fails_every_prompt_it_was_given_and_the_next_one_gets_another() {
        try (ClaudeProcess claude = start()) {
            Turn first = begun(claude, "one");
            Turn steered = claude.steer(Prompt.of("two"));
            cli.nextPrompt();
            answer(first, "1");
            cli.connection().exit(9);
            assertThat(errorOf(steered.result())).isInstanceOf(ClaudeError.ProcessDied.class);
            answer(begun(claude, "three"), "3");
            assertThat(cli.launches()).hasSize(2);
            endWhenClosed(cli.connection());
        }
    }

    @Test
    void a_prompt_that_is_put_in_while_the_next_cli_starts_waits_for_its_turn() {
        try (ClaudeProcess claude = start()) {
            wholeTurn(claude, "one", "1");
            cli.ignore("initialize");
            Turn second = claude.send("two");
            Json initialize = cli.nextRequest("initialize");
            Turn steered = claude.steer(Prompt.of("three"));
            assertThat(steered.result()).isNotDone();
            cli.say(CliLines.granted(initialize.string("request_id").orElseThrow(), "{}"));
            cli.answer("initialize", request -> "{}");
            begin(second);
            answer(second, "2");
            endWhenClosed(cli.connection());
            begin(steered);
            answer(steered, "3");
            endWhenClosed(cli.connection());
        }
    }

    @Test
    void work_in_the_background_keeps_its_cli_which_gets_the_next_prompts_too() {
        try (ClaudeProcess claude = start()) {
            Turn first = begun(claude, "one");
            cli.say(TASKS.formatted(ONE_TASK));
            answer(first, "1");
            assertThat(claude.hasBackgroundWork()).isTrue();
            answer(begun(claude, "two"), "2");
            assertThat(cli.launches()).hasSize(1);
            cli.say(TASKS.formatted("[]"));
            endWhenClosed(cli.connection());
            await().until(() -> claude.pid() == 0);
        }
    }

    @Test
    void nothing_runs_in_the_background_of_a_cli_that_is_gone() {
        try (ClaudeProcess claude = start()) {
            Turn first = begun(claude, "one");
            cli.say(TASKS.formatted(ONE_TASK));
            answer(first, "1");
            cli.connection().exit(9);
            await().until(() -> !claude.hasBackgroundWork());
        }
    }

    @Test
    void an_interrupt_while_the_cli_starts_withdraws_the_prompt() {
        cli.ignore("initialize");
        try (ClaudeProcess claude = start()) {
            assertThat(claude.interrupt().join().cancelled()).isEmpty();
            Turn turn = claude.send("one");
            Json initialize = cli.nextRequest("initialize");
            assertThat(claude.interrupt().join().cancelled()).containsExactly(turn.promptId());
            assertThat(resultOf(turn).outcome()).isEqualTo(Outcome.CANCELLED);
            cli.say(CliLines.granted(initialize.string("request_id").orElseThrow(), "{}"));
            cli.nextRequest("end_session");
            cli.answer("initialize", request -> "{}");
            wholeTurn(claude, "two", "2");
        }
    }

    @Test
    void a_setting_that_was_refused_is_not_repeated() {
        try (ClaudeProcess claude = start()) {
            claude.setPermissionMode(PermissionMode.BYPASS_PERMISSIONS).join();
            Turn first = claude.send("one");
            String id =
                    cli.nextRequest("set_permission_mode").string("request_id").orElseThrow();
            cli.say(CliLines.line("control_response")
                    .with(
                            "response",
                            "{\"subtype\":\"error\",\"request_id\":\"" + id + "\",\"error\":\"not launched so\"}")
                    .text());
            await().until(() ->
                    !listener.heard(ClaudeError.RequestRefused.class).isEmpty());
            AtomicInteger repeated = new AtomicInteger();
            cli.answer("set_permission_mode", request -> {
                repeated.incrementAndGet();
                return "{}";
            });
            begin(first);
            answer(first, "1");
            endWhenClosed(cli.connection());
            wholeTurn(claude, "two", "2");
            assertThat(repeated).hasValue(0);
        }
    }

    @Test
    void a_cli_that_cannot_be_ended_does_not_hold_up_whoever_closes() {
        ClaudeProcess claude = Conversations.with(cli, listener)
                .mode(ProcessMode.PER_TURN)
                .transport(launch -> new UnkillableConnection(cli.start(launch)))
                .limits(Conversations.LIMITS.withCloseStep(Duration.ofMillis(50)))
                .start();
        Turn turn = claude.send("one");
        cli.nextPrompt();
        CompletableFuture.runAsync(claude::close)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(errorOf(turn.result())).isEqualTo(new ClaudeError.Closed());
        assertThat(claude.onExit().join().error()).isInstanceOf(ClaudeError.StillAlive.class);
    }
}
