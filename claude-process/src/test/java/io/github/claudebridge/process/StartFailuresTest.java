package io.github.claudebridge.process;

import static io.github.claudebridge.process.support.Failures.errorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.support.CliLines;
import io.github.claudebridge.process.support.Conversations;
import io.github.claudebridge.process.support.Processes;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.support.ScriptedCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailuresTest {

    /** Waits for the two requests that every start makes, and says yes to them. */
    private static final String GET_READY = """
            read first; read second
            for id in host-1 host-2; do
              echo "{\\"type\\":\\"control_response\\",\\"response\\":{\\"subtype\\":\\"success\\",\\"request_id\\":\\"$id\\"}}"
            done
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private ClaudeProcessBuilder script(String script) {
        return ClaudeProcess.builder()
                .command(List.of("/bin/sh", "-c", script, "cli"))
                .directory(directory)
                .limits(Conversations.LIMITS);
    }

    private static ClaudeError startOf(ClaudeProcessBuilder builder) {
        try {
            builder.start().close();
        } catch (ClaudeException e) {
            assertThat(e)
                    .hasMessageContaining(e.error().message())
                    .hasMessageContaining(e.error().nextStep());
            return e.error();
        }
        throw new AssertionError("It started");
    }

    @Test
    void a_cli_that_exits_at_once_tells_its_code_and_its_last_words() {
        assertThat(startOf(script("echo one >&2; echo two >&2; exit 3")))
                .isEqualTo(new ClaudeError.ProcessDied(3, List.of("one", "two")));
    }

    @Test
    void sessions_that_are_missing_or_taken_are_told_apart() {
        UUID id = new UUID(1, 2);
        assertThat(startOf(script("echo 'No conversation found with session ID: x' >&2; exit 1")
                        .resume(id)))
                .isEqualTo(new ClaudeError.SessionNotFound(id));
        assertThat(startOf(script("echo 'Error: Session ID x is already in use.' >&2; exit 1")
                        .sessionId(id)))
                .isEqualTo(new ClaudeError.SessionInUse(id));
    }

    @Test
    void a_cli_that_says_garbage_and_never_gets_ready_is_ended() {
        Path pidFile = directory.resolve("pid");
        assertThat(startOf(script("echo $$ > pid; echo what >&2; while :; do echo garbage; sleep 0.02; done")
                        .limits(Conversations.LIMITS.withStart(PATIENCE))))
                .isEqualTo(new ClaudeError.StartTimeout(PATIENCE, List.of("what")));
        assertThat(Processes.isAlive(pidFile)).isFalse();
    }

    @Test
    void a_cli_that_floods_stderr_is_read_and_ended() {
        assertThat(startOf(script("yes 'something went wrong' >&2").limits(Conversations.LIMITS.withStart(PATIENCE))))
                .isInstanceOfSatisfying(
                        ClaudeError.StartTimeout.class,
                        error -> assertThat(error.lastErrors()).hasSize(20));
    }

    @Test
    void a_cli_that_closes_its_output_and_lives_on_is_ended() {
        Path pidFile = directory.resolve("pid");
        assertThat(startOf(script("echo $$ > pid; exec 1>&-; while :; do sleep 0.05; done")))
                .isInstanceOf(ClaudeError.Disconnected.class);
        assertThat(Processes.isAlive(pidFile)).isFalse();
    }

    @Test
    void a_cli_that_asks_for_permission_and_dies_fails_the_turn_and_frees_the_handler() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        String ask = CliLines.ask("q", "{\"subtype\":\"can_use_tool\",\"tool_name\":\"Bash\",\"input\":{}}");
        String script = GET_READY + "while read line; do case $line in *'\"user\"'*) echo '" + ask
                + "'; echo last >&2; sleep 0.2; exit 9;; esac; done";
        ClaudeProcess claude = script(script)
                .permissions(request -> {
                    try {
                        never.await();
                    } finally {
                        freed.countDown();
                    }
                    return Permission.allow();
                })
                .start();
        Turn turn = claude.send("go");
        assertThat(errorOf(turn.result())).isEqualTo(new ClaudeError.ProcessDied(9, List.of("last")));
        assertThat(freed.await(10, TimeUnit.SECONDS)).isTrue();
        ExitStatus exit = claude.onExit().get(10, TimeUnit.SECONDS);
        assertThat(exit.requested()).isFalse();
        assertThat(exit.error()).isInstanceOf(ClaudeError.ProcessDied.class);
        assertThat(errorOf(claude.send("more").result())).isInstanceOf(ClaudeError.ProcessDied.class);
        assertThat(errorOf(claude.models())).isInstanceOf(ClaudeError.ProcessDied.class);
        claude.close();
    }

    @Test
    void a_cli_that_ignores_every_request_to_end_is_killed_with_its_children() throws Exception {
        String script = GET_READY
                + "trap '' TERM; setsid sleep 300 & echo $! > child; echo $$ > pid; while :; do sleep 1; done";
        ClaudeProcess claude = script(script).start();
        Turn turn = claude.send("go");
        await().until(() -> Files.exists(directory.resolve("pid")));
        long begun = System.nanoTime();
        claude.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(claude.status()).isEqualTo(Status.CLOSED);
        assertThat(errorOf(turn.result())).isEqualTo(new ClaudeError.Closed());
        assertThat(Processes.isAlive(directory.resolve("pid"))).isFalse();
        assertThat(Processes.isAlive(directory.resolve("child"))).isFalse();
        ExitStatus exit = claude.onExit().get(10, TimeUnit.SECONDS);
        assertThat(exit.requested()).isTrue();
        assertThat(exit.error()).isNull();
        claude.close();
    }

    @Test
    void a_cli_that_does_not_read_its_input_blocks_nobody() {
        try (ClaudeProcess claude =
                script(GET_READY + "while :; do sleep 0.1; done").start()) {
            claude.send("x".repeat(1_000_000));
            claude.send("y".repeat(1_000_000));
            assertThat(claude.status()).isEqualTo(Status.BUSY);
        }
    }

    @Test
    void a_cli_that_closes_its_input_fails_the_turn() {
        ClaudeProcess claude = script(GET_READY + "exec 0<&-; : > closed; while :; do sleep 0.1; done")
                .start();
        await().until(() -> Files.exists(directory.resolve("closed")));
        assertThat(errorOf(claude.send("go").result())).isInstanceOf(ClaudeError.Disconnected.class);
        claude.close();
    }

    @Test
    void a_cli_that_is_too_old_is_refused() {
        ScriptedCli cli = new ScriptedCli();
        cli.answer("initialize", request -> "{\"claude_code_version\":\"2.0.14\"}");
        assertThat(startOf(Conversations.with(cli, new RecordingListener())))
                .isEqualTo(new ClaudeError.VersionTooOld("2.0.14", CliVersion.OLDEST.toString()));
    }

    @Test
    void a_cli_that_tells_only_in_its_session_that_it_is_too_old_is_ended() {
        ScriptedCli cli = new ScriptedCli();
        RecordingListener listener = new RecordingListener();
        ClaudeError tooOld = new ClaudeError.VersionTooOld("2.0.14", CliVersion.OLDEST.toString());
        ClaudeProcess claude = Conversations.with(cli, listener).start();
        Turn turn = claude.send("go");
        cli.nextPrompt();
        cli.say(CliLines.line("system")
                .text("subtype", "init")
                .text("session_id", claude.sessionId().toString())
                .text("claude_code_version", "2.0.14")
                .text());
        assertThat(errorOf(turn.result())).isEqualTo(tooOld);
        ExitStatus exit = claude.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(exit.error()).isEqualTo(tooOld);
        assertThat(exit.requested()).isFalse();
        assertThat(cli.connection().isTreeAlive()).isFalse();
        await().untilAsserted(
                        () -> assertThat(listener.heard(ClaudeError.class)).containsExactly(tooOld));
        claude.close();
    }

    @Test
    void what_a_tool_says_later_is_not_taken_for_a_failure_to_start() {
        ScriptedCli cli = new ScriptedCli();
        ClaudeProcess claude = Conversations.with(cli, new RecordingListener()).start();
        Turn turn = claude.send("go");
        cli.nextPrompt();
        cli.say(CliLines.init(claude.sessionId()));
        await().until(() -> claude.status() == Status.BUSY);
        cli.connection().complain("Port 3000 is already in use\n");
        cli.connection().exit(1);
        assertThat(errorOf(turn.result())).isInstanceOf(ClaudeError.ProcessDied.class);
    }

    @Test
    void a_cli_that_refuses_to_end_is_not_waited_for() {
        ScriptedCli cli = new ScriptedCli();
        cli.ignore("end_session");
        ClaudeProcess claude = Conversations.with(cli, new RecordingListener())
                .limits(Conversations.LIMITS.withCloseStep(Duration.ofMinutes(2)))
                .start();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(claude::close);
        Json asked = cli.nextRequest("end_session");
        cli.say(CliLines.line("control_response")
                .with(
                        "response",
                        "{\"subtype\":\"error\",\"request_id\":"
                                + asked.get("request_id").orElseThrow() + ",\"error\":\"Unsupported\"}")
                .text());
        cli.connection().inputClosed().orTimeout(10, TimeUnit.SECONDS).join();
        cli.connection().exit(0);
        closing.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void a_directory_must_be_named_and_exist() {
        assertThatThrownBy(() -> ClaudeProcess.builder().start()).isInstanceOf(IllegalStateException.class);
        assertThat(startOf(script("exit 0").directory(directory.resolve("gone"))))
                .isInstanceOf(ClaudeError.DirectoryUnusable.class);
        assertThat(startOf(script("exit 0").directory(Path.of("relative"))))
                .isInstanceOf(ClaudeError.DirectoryUnusable.class);
    }

    @Test
    void a_command_must_exist_and_be_executable() throws IOException {
        String plain = Files.writeString(directory.resolve("plain"), "text").toString();
        assertThat(startOf(script("").command(List.of("no-such-command"))))
                .isEqualTo(new ClaudeError.CommandNotFound("no-such-command"));
        assertThat(startOf(script("").command(List.of(plain)))).isEqualTo(new ClaudeError.CommandNotExecutable(plain));
    }

    @Test
    void megabytes_go_through_all_three_pipes_at_once() {
        String script = GET_READY + """
                yes 'something to complain about' | head -c 5000000 >&2 &
                yes '{"type":"news","text":"something to tell the host about"}' | head -n 80000 &
                head -n 1 > /dev/null
                wait
                echo '{"type":"result","subtype":"success","is_error":false,"result":"done"}'
                cat > /dev/null
                """;
        try (ClaudeProcess claude = script(script).start()) {
            Turn turn = claude.send("x".repeat(5_000_000));
            assertThat(turn.result().orTimeout(60, TimeUnit.SECONDS).join().text())
                    .isEqualTo("done");
        }
    }
}
