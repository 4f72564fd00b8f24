package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Conversations.resultOf;
import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.support.Processes;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.testing.FakeClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeProcessTest {

    @TempDir
    private Path directory;

    private final RecordingListener listener = new RecordingListener();

    private ClaudeProcessBuilder claude() {
        return ClaudeProcess.builder()
                .command(FakeClaude.command())
                .directory(directory)
                .environment(Map.of(
                        "HOME",
                        directory.toString(),
                        "CLAUDE_CONFIG_DIR",
                        directory.resolve("config").toString()))
                .listener(listener)
                .permissions(request -> Permission.allow());
    }

    @Test
    void one_process_takes_many_prompts_and_its_session_is_resumed_by_another() {
        UUID session;
        try (ClaudeProcess claude = claude().start()) {
            long pid = claude.pid();
            assertThat(claude.hasHistory()).isFalse();
            assertThat(resultOf(claude.send("say hello")).text()).isEqualTo("hello");
            assertThat(resultOf(claude.send("say again")).text()).isEqualTo("again");
            assertThat(claude.pid()).isEqualTo(pid);
            assertThat(claude.hasHistory()).isTrue();
            session = claude.sessionId();
        }
        try (ClaudeProcess claude = claude().resume(session).start()) {
            assertThat(resultOf(claude.send("history")).text()).contains("say hello", "say again");
            assertThat(claude.sessionId()).isEqualTo(session);
        }
    }

    @Test
    void a_session_that_was_cleared_is_resumed_under_its_new_id_without_what_was_before() {
        UUID first;
        UUID second;
        try (ClaudeProcess claude = claude().start()) {
            resultOf(claude.send("say before"));
            first = claude.sessionId();
            resultOf(claude.send("/clear"));
            resultOf(claude.send("say after"));
            second = claude.sessionId();
        }
        assertThat(second).isNotEqualTo(first);
        try (ClaudeProcess claude = claude().resume(second).start()) {
            assertThat(resultOf(claude.send("history")).text())
                    .contains("say after")
                    .doesNotContain("say before");
        }
    }

    @Test
    void a_cli_for_each_turn_gives_the_same_events_and_keeps_the_history() {
        try (ClaudeProcess claude = claude().mode(ProcessMode.PER_TURN).start()) {
            Turn first = claude.send("say one");
            Turn second = claude.send("say two");
            assertThat(resultOf(first).text()).isEqualTo("one");
            assertThat(resultOf(second).text()).isEqualTo("two");
            assertThat(resultOf(claude.send("history")).text()).contains("say one", "say two");
            await().until(() -> claude.pid() == 0);
            assertThat(errorOf(claude.contextUsage())).isInstanceOf(ClaudeError.NotPossible.class);
            assertThat(claude.setModel("haiku").join()).isEqualTo("haiku");
        }
        assertThat(listener.heard(ClaudeError.class)).isEmpty();
        assertThat(listener.heard(Output.class))
                .filteredOn(output -> !output.partial())
                .extracting(Output::text)
                .startsWith("one", "two");
    }

    @Test
    void a_killed_cli_fails_its_turn_and_leaves_nothing_alive() throws Exception {
        ClaudeProcess claude = claude().start();
        Path pidFile = directory.resolve("tool.pid");
        Turn turn = claude.send("tool Bash echo $$ > " + pidFile + "; exec sleep 300");
        await().until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
        long tool = Processes.pidIn(pidFile);
        ProcessHandle.of(claude.pid()).orElseThrow().destroyForcibly();
        assertThat(errorOf(turn.result()))
                .isInstanceOfSatisfying(
                        ClaudeError.ProcessDied.class,
                        error -> assertThat(error.exitCode()).isEqualTo(137));
        assertThat(claude.onExit().get(20, TimeUnit.SECONDS).code()).isEqualTo(137);
        assertThat(Processes.isAlive(tool)).isFalse();
        assertThat(claude.hasHistory()).isTrue();
    }

    @Test
    void closing_in_a_turn_ends_the_tool_too() throws Exception {
        Path pidFile = directory.resolve("tool.pid");
        Turn turn;
        try (ClaudeProcess claude = claude().start()) {
            turn = claude.send("tool Bash echo $$ > " + pidFile + "; exec sleep 300");
            await().until(() ->
                    Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
        }
        assertThat(Processes.isAlive(pidFile)).isFalse();
        await().until(turn.result()::isDone);
    }

    @Test
    void a_script_asks_in_one_line() {
        assertThat(Claude.ask(
                        "say brief",
                        builder -> builder.command(FakeClaude.command())
                                .directory(directory)
                                .environment(Map.of("HOME", directory.toString()))))
                .isEqualTo("brief");
    }

    @Test
    void a_script_gets_a_whole_answer_or_none() {
        assertThat(noAnswerTo("error 400").outcome()).isEqualTo("API_ERROR");
        assertThat(noAnswerTo("tool Bash true ;; say end").outcome()).isEqualTo("MAX_TURNS");
    }

    private ClaudeError.NoAnswer noAnswerTo(String prompt) {
        try {
            throw new AssertionError(Claude.ask(
                    prompt,
                    builder -> builder.command(FakeClaude.command())
                            .directory(directory)
                            .environment(Map.of("HOME", directory.toString()))
                            .options(options -> options.maxTurns(1))));
        } catch (ClaudeException e) {
            return (ClaudeError.NoAnswer) e.error();
        }
    }

    @Test
    void megabytes_go_through_in_both_directions() {
        try (ClaudeProcess claude = claude().start()) {
            String padding = "x".repeat(3 << 20);
            assertThat(resultOf(claude.send(padding + "\nbig 3000000")).text()).hasSize(3_000_000);
        }
    }

    @Test
    void a_directory_that_is_deleted_between_two_turns_fails_the_second() throws IOException {
        Path work = Files.createDirectory(directory.resolve("work"));
        try (ClaudeProcess claude =
                claude().directory(work).mode(ProcessMode.PER_TURN).start()) {
            assertThat(resultOf(claude.send("say one")).text()).isEqualTo("one");
            Files.delete(work);
            assertThat(errorOf(claude.send("say two").result())).isInstanceOf(ClaudeError.DirectoryUnusable.class);
        }
    }
}
