package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final UUID SESSION = new UUID(7, 7);

    private final ScriptedCli cli = new ScriptedCli();
    private final RecordingListener listener = new RecordingListener();

    private ClaudeProcess start() {
        return Conversations.with(cli, listener).sessionId(SESSION).start();
    }

    private UUID nextPrompt() {
        return UUID.fromString(cli.nextPrompt().string("uuid").orElseThrow());
    }

    @Test
    void a_turn_ends_with_its_report() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("hi");
            UUID id = nextPrompt();
            assertThat(id).isEqualTo(turn.promptId());
            cli.say(CliLines.init(SESSION));
            cli.say(CliLines.delta("hel"));
            cli.say(CliLines.delta("lo"));
            cli.say(CliLines.text("hello"));
            assertThat(turn.result()).isNotDone();
            cli.say(CliLines.result(SESSION, "hello")
                    .answering(id)
                    .with("total_cost_usd", "0.5")
                    .text());
            TurnResult result = resultOf(turn);
            assertThat(result.text()).isEqualTo("hello");
            assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(result.promptIds()).containsExactly(id);
            assertThat(result.costUsd()).hasValue(0.5);
            assertThat(listener.heard(TurnResult.class)).containsExactly(result);
            assertThat(listener.heard(Output.class)).extracting(Output::text).containsExactly("hel", "lo", "hello");
        }
        await().untilAsserted(() -> assertThat(listener.heard(Status.class))
                .containsExactly(Status.STARTING, Status.IDLE, Status.BUSY, Status.IDLE, Status.CLOSED));
    }

    @Test
    void one_prompt_is_with_the_cli_at_a_time() {
        try (ClaudeProcess claude = start()) {
            Turn first = claude.send("1");
            Turn second = claude.send("2");
            assertThat(nextPrompt()).isEqualTo(first.promptId());
            assertThat(cli.nothingMoreReceived()).isTrue();
            cli.say(CliLines.result(SESSION, "a").answering(first.promptId()).text());
            assertThat(resultOf(first).text()).isEqualTo("a");
            assertThat(nextPrompt()).isEqualTo(second.promptId());
            cli.say(CliLines.result(SESSION, "b").answering(second.promptId()).text());
            assertThat(resultOf(second).text()).isEqualTo("b");
        }
    }

    @Test
    void a_steered_prompt_goes_into_the_turn_and_shares_its_result() {
        try (ClaudeProcess claude = start()) {
            Turn running = claude.send("work");
            cli.say(CliLines.init(SESSION, "msg_lifecycle_v1"));
            cli.say(CliLines.lifecycle(nextPrompt(), "started"));
            cli.say(CliLines.text("working"));
            await().until(() -> !listener.heard(Output.class).isEmpty());
            Turn steered = claude.steer(Prompt.of("and this"));
            assertThat(nextPrompt()).isEqualTo(steered.promptId());
            cli.say(CliLines.lifecycle(steered.promptId(), "started"));
            cli.say(CliLines.lifecycle(steered.promptId(), "completed"));
            cli.say(CliLines.result(SESSION, "both")
                    .answering(running.promptId())
                    .text());
            assertThat(resultOf(running)).isSameAs(resultOf(steered));
            assertThat(resultOf(steered).promptIds()).containsExactly(running.promptId(), steered.promptId());
        }
    }

    @Test
    void nothing_is_steered_into_a_cli_that_does_not_tell_what_becomes_of_it() {
        try (ClaudeProcess claude = start()) {
            Turn running = claude.send("work");
            cli.say(CliLines.init(SESSION));
            cli.say(CliLines.text("working"));
            assertThat(nextPrompt()).isEqualTo(running.promptId());
            await().until(() -> !listener.heard(Output.class).isEmpty());
            Turn later = claude.steer(Prompt.of("and this"));
            assertThat(cli.nothingMoreReceived()).isTrue();
            cli.say(CliLines.result(SESSION, "done").text());
            assertThat(resultOf(running).text()).isEqualTo("done");
            assertThat(nextPrompt()).isEqualTo(later.promptId());
        }
    }

    @Test
    void a_turn_nobody_asked_for_is_told_and_ends_no_prompt() {
        try (ClaudeProcess claude = start()) {
            cli.say(CliLines.init(SESSION, "msg_lifecycle_v1"));
            await().untilAsserted(() -> assertThat(claude.status()).isEqualTo(Status.BUSY));
            Turn mine = claude.send("hi");
            cli.say(CliLines.lifecycle(nextPrompt(), "queued"));
            cli.say(CliLines.result(SESSION, "task is done")
                    .with("origin", "{\"kind\":\"task-notification\"}")
                    .text());
            await().until(() -> listener.heard(TurnResult.class).size() == 1);
            assertThat(listener.heard(TurnResult.class).get(0).isUnasked()).isTrue();
            assertThat(mine.result()).isNotDone();
        }
    }

    @Test
    void background_tasks_are_known_as_long_as_they_run() {
        try (ClaudeProcess claude = start()) {
            String tasks = "{\"type\":\"system\",\"subtype\":\"background_tasks_changed\",\"tasks\":%s}";
            cli.say(tasks.formatted("[{\"task_id\":\"t\",\"task_type\":\"local_bash\",\"description\":\"d\"}]"));
            await().until(claude::hasBackgroundWork);
            cli.say(tasks.formatted("[]"));
            await().until(() -> !claude.hasBackgroundWork());
        }
    }

    @Test
    void an_interrupt_keeps_the_prompts_that_wait_unless_they_are_cancelled() {
        cli.answer("interrupt", request -> "{\"still_queued\":[]}");
        try (ClaudeProcess claude = start()) {
            Turn running = claude.send("1");
            Turn waiting = claude.send("2");
            assertThat(claude.interrupt().join().stillQueued()).containsExactly(waiting.promptId());
            assertThat(claude.interruptAndCancelQueued().join().cancelled()).containsExactly(waiting.promptId());
            assertThat(resultOf(waiting).outcome()).isEqualTo(Outcome.CANCELLED);
            cli.say(CliLines.streamMark("message_start"));
            cli.say(CliLines.text("half an ans"));
            cli.say(CliLines.line("result")
                    .text("subtype", "error_during_execution")
                    .with("is_error", "true")
                    .text("terminal_reason", "aborted_streaming")
                    .text());
            TurnResult result = resultOf(running);
            assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(result.truncated()).isTrue();
            assertThat(result.text()).isEqualTo("half an ans");
        }
    }

    @Test
    void a_success_whose_last_message_was_cut_off_is_marked() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("1");
            cli.say(CliLines.streamMark("message_start"));
            cli.say(CliLines.streamMark("message_stop"));
            cli.say(CliLines.streamMark("message_start"));
            cli.say(CliLines.result(SESSION, "half").text());
            assertThat(resultOf(turn).truncated()).isTrue();
            Turn next = claude.send("2");
            cli.say(CliLines.streamMark("message_start"));
            cli.say(CliLines.streamMark("message_stop"));
            cli.say(CliLines.result(SESSION, "whole").text());
            assertThat(resultOf(next).truncated()).isFalse();
        }
    }

    @Test
    void a_failed_request_is_no_success_whatever_its_subtype_says() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("1");
            cli.say(CliLines.result(SESSION, "API Error: 529")
                    .with("is_error", "true")
                    .text("terminal_reason", "api_error")
                    .with("api_error_status", "529")
                    .text());
            TurnResult result = resultOf(turn);
            assertThat(result.isError()).isTrue();
            assertThat(result.outcome()).isEqualTo(Outcome.API_ERROR);
            assertThat(result.apiErrorStatus()).hasValue(529);
        }
    }

    @Test
    void a_missing_login_is_an_error_with_a_next_step() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("1");
            cli.say("{\"type\":\"assistant\",\"is_api_error_message\":true,\"error\":\"authentication_failed\","
                    + "\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"Not logged in\"}]}}");
            cli.say(CliLines.result(SESSION, "Not logged in")
                    .with("is_error", "true")
                    .text());
            assertThat(resultOf(turn).isError()).isTrue();
            assertThat(listener.heard(ClaudeError.class)).containsExactly(new ClaudeError.NotLoggedIn("Not logged in"));
        }
    }

    @Test
    void a_prompt_that_was_sent_before_is_answered_by_nothing_but_its_history() {
        try (ClaudeProcess claude = start()) {
            Prompt prompt = Prompt.of("once");
            Turn first = claude.send(prompt);
            cli.say(CliLines.result(SESSION, "done").answering(prompt.id()).text());
            assertThat(resultOf(first).text()).isEqualTo("done");
            assertThat(resultOf(claude.send(prompt)).outcome()).isEqualTo(Outcome.ALREADY_ANSWERED);
        }
    }

    @Test
    void a_prompt_that_the_session_knows_from_before_a_crash_has_no_answer_here() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("again");
            cli.say(CliLines.lifecycle(nextPrompt(), "completed"));
            assertThat(resultOf(turn).outcome()).isEqualTo(Outcome.ALREADY_SEEN);
            assertThat(resultOf(turn).isError()).isTrue();
        }
    }

    @Test
    void a_prompt_that_had_no_answer_is_not_told_to_have_one_when_it_is_sent_again() {
        try (ClaudeProcess claude = start()) {
            Prompt failed = Prompt.of("fails");
            Turn first = claude.send(failed);
            cli.say(CliLines.result(SESSION, "API Error: 400")
                    .answering(failed.id())
                    .with("is_error", "true")
                    .text("terminal_reason", "api_error")
                    .text());
            assertThat(resultOf(first).outcome()).isEqualTo(Outcome.API_ERROR);
            assertThat(resultOf(claude.send(failed)).outcome()).isEqualTo(Outcome.ALREADY_SEEN);
            Prompt cancelled = Prompt.of("is cancelled in the CLI");
            Turn second = claude.send(cancelled);
            cli.say(CliLines.lifecycle(cancelled.id(), "cancelled"));
            assertThat(resultOf(second).outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(resultOf(claude.send(cancelled)).outcome()).isEqualTo(Outcome.ALREADY_SEEN);
        }
    }

    @Test
    void a_prompt_that_is_sent_twice_has_one_turn() {
        cli.answer("interrupt", request -> "{}");
        try (ClaudeProcess claude = start()) {
            Prompt running = Prompt.of("runs");
            Prompt waiting = Prompt.of("waits");
            Turn first = claude.send(running);
            Turn second = claude.send(waiting);
            assertThat(claude.send(running)).isSameAs(first);
            assertThat(claude.send(waiting)).isSameAs(second);
            assertThat(claude.steer(waiting)).isSameAs(second);
            claude.interruptAndCancelQueued().join();
            assertThat(resultOf(second).outcome()).isEqualTo(Outcome.CANCELLED);
            cli.say(CliLines.result(SESSION, "done").answering(running.id()).text());
            assertThat(resultOf(first).text()).isEqualTo("done");
            Turn again = claude.send(waiting);
            cli.say(CliLines.result(SESSION, "now").answering(waiting.id()).text());
            assertThat(resultOf(again).text()).isEqualTo("now");
        }
    }

    @Test
    void retries_and_compaction_show_in_the_status() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("1");
            cli.say(
                    "{\"type\":\"system\",\"subtype\":\"api_retry\",\"attempt\":1,\"max_retries\":10,\"retry_delay_ms\":5}");
            cli.say("{\"type\":\"system\",\"subtype\":\"status\",\"status\":\"compacting\"}");
            cli.say(CliLines.streamMark("message_start"));
            cli.say("{\"type\":\"system\",\"subtype\":\"status\",\"status\":null}");
            cli.say(CliLines.result(SESSION, "ok").text());
            assertThat(resultOf(turn).text()).isEqualTo("ok");
        }
        await().untilAsserted(() -> assertThat(listener.heard(Status.class))
                .containsExactly(
                        Status.STARTING,
                        Status.IDLE,
                        Status.BUSY,
                        Status.RETRYING,
                        Status.COMPACTING,
                        Status.BUSY,
                        Status.IDLE,
                        Status.CLOSED));
    }

    @Test
    void a_long_silence_in_a_turn_is_told() {
        try (ClaudeProcess claude = Conversations.with(cli, listener)
                .limits(Conversations.LIMITS.withSilence(Duration.ofMillis(30)))
                .start()) {
            claude.send("1");
            await().untilAsserted(() -> assertThat(listener.heard(ClaudeError.class))
                    .contains(new ClaudeError.Silent(Duration.ofMillis(30))));
        }
    }

    @Test
    void a_resumed_session_has_a_history_and_leaves_out_its_earlier_cost() {
        cli.answer("get_usage", request -> "{\"session\":{\"total_cost_usd\":2}}");
        try (ClaudeProcess claude =
                Conversations.with(cli, listener).resume(SESSION).start()) {
            assertThat(claude.hasHistory()).isTrue();
            assertThat(cli.launches().get(0).command()).containsSequence("--resume", SESSION.toString());
            Turn turn = claude.send("1");
            nextPrompt();
            cli.say(CliLines.result(SESSION, "ok").with("total_cost_usd", "2.5").text());
            assertThat(resultOf(turn).costUsd()).hasValue(0.5);
            assertThat(resultOf(turn).sessionCostUsd()).isEqualTo(2.5);
        }
    }

    @Test
    void a_fork_gets_an_id_of_its_own() {
        try (ClaudeProcess claude =
                Conversations.with(cli, listener).fork(SESSION).start()) {
            assertThat(claude.sessionId()).isNotEqualTo(SESSION);
            assertThat(claude.hasHistory()).isFalse();
            assertThat(cli.launches().get(0).command())
                    .containsSequence(
                            "--resume",
                            SESSION.toString(),
                            "--fork-session",
                            "--session-id",
                            claude.sessionId().toString());
        }
    }

    @Test
    void a_session_is_either_resumed_or_forked_as_was_said_last() {
        UUID other = new UUID(8, 8);
        Conversations.with(cli, listener).fork(other).resume(SESSION).start().close();
        assertThat(cli.launches().get(0).command())
                .endsWith("--resume", SESSION.toString())
                .doesNotContain("--fork-session");
        try (ClaudeProcess claude =
                Conversations.with(cli, listener).resume(SESSION).fork(other).start()) {
            assertThat(claude.sessionId()).isNotIn(SESSION, other);
            assertThat(cli.launches().get(1).command())
                    .endsWith(
                            "--resume",
                            other.toString(),
                            "--fork-session",
                            "--session-id",
                            claude.sessionId().toString());
        }
    }

    @Test
    void garbage_between_lines_is_an_event_and_no_more() {
        try (ClaudeProcess claude = start()) {
            Turn turn = claude.send("1");
            cli.say("Segmentation fault (core dumped)");
            cli.connection().say("\u0000\uFFFD{\n\n[]\n");
            cli.say(CliLines.result(SESSION, "fine").text());
            assertThat(resultOf(turn).text()).isEqualTo("fine");
        }
    }
}
