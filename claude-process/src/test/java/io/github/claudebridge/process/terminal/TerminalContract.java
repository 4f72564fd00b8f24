package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.error.Dialog;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ToolResult;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.support.Processes;
import io.github.claudebridge.process.support.RecordingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an interactive Claude Code does in a terminal, whether it is the real one or the stand-in. */
@Timeout(120)
abstract class TerminalContract {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LONG_TOOL =
            "tool Bash echo $$ > pid; python3 -c 'import time; time.sleep(100)' ;; say slept";

    @TempDir
    Path directory;

    private final List<ToolResult> toolResults = new CopyOnWriteArrayList<>();
    private final RecordingListener listener = new RecordingListener() {
        @Override
        public void onEvent(ClaudeEvent event) {
            if (event instanceof ToolResult result) {
                toolResults.add(result);
            }
        }
    };
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** A Claude Code that is ready to start in this directory, which is trusted. */
    abstract ClaudeTerminalBuilder claude() throws Exception;

    /** The same one through pipes. */
    abstract ClaudeProcessBuilder throughPipes() throws Exception;

    /** One that asks whether the directory is trusted. */
    abstract ClaudeTerminalBuilder claudeThatAsksForTrust() throws Exception;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void starts_at_its_prompt() throws Exception {
        ClaudeTerminal terminal = start(claude());

        assertThat(terminal.status()).isEqualTo(Status.IDLE);
        assertThat(Sight.isAtPrompt(terminal.screen())).isTrue();
    }

    @Test
    void a_turn_has_its_final_text_and_its_callbacks() throws Exception {
        ClaudeTerminal terminal = start(claude());

        TurnResult result = resultOf(terminal.send("say hello"));

        assertThat(result.text()).isEqualTo("hello");
        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.costUsd()).isEmpty();
        assertThat(listener.heard(Output.class)).extracting(Output::text).containsExactly("hello");
        assertThat(listener.heard(TurnResult.class)).containsExactly(result);
        await().untilAsserted(() -> assertThat(listener.heard(Status.class))
                .containsExactly(Status.STARTING, Status.IDLE, Status.BUSY, Status.IDLE));
    }

    @Test
    void prompts_of_several_lines_and_several_prompts_are_answered_in_order() throws Exception {
        ClaudeTerminal terminal = start(claude());

        Turn first = terminal.send("say one\ntwo \u00fc");
        Turn second = terminal.send("say three");

        assertThat(resultOf(first).text()).isEqualTo("one\ntwo \u00fc");
        assertThat(resultOf(second).text()).isEqualTo("three");
    }

    @Test
    void uses_of_tools_and_their_results_are_told() throws Exception {
        ClaudeTerminal terminal = start(claude());

        TurnResult result = resultOf(terminal.send("tool Bash echo hi-there ;; say done"));

        assertThat(result.text()).isEqualTo("done");
        assertThat(listener.heard(ToolUse.class)).singleElement().satisfies(tool -> {
            assertThat(tool.name()).isEqualTo("Bash");
            assertThat(tool.input().string("command")).contains("echo hi-there");
        });
        assertThat(toolResults).extracting(told -> told.text().strip()).containsExactly("hi-there");
    }

    @Test
    void a_permission_is_given_with_a_key() throws Exception {
        ClaudeTerminal terminal = start(claude());
        Turn turn = terminal.send("tool Bash touch made ;; say made");
        await().atMost(PATIENCE).until(() -> terminal.status() == Status.WAITING_FOR_PERMISSION);
        await().atMost(PATIENCE).until(() -> terminal.screen().shows("Do you want to proceed?"));

        pressUntil(terminal, Key.ENTER, screen -> !screen.shows("Do you want to proceed?"));

        assertThat(resultOf(turn).text()).isEqualTo("made");
        assertThat(directory.resolve("made")).exists();
    }

    @Test
    void an_interrupt_stops_the_turn_with_its_tool_and_the_next_one_runs() throws Exception {
        ClaudeTerminal terminal = start(claude().options(options -> options.allowedTools("Bash")));
        Turn turn = terminal.send(LONG_TOOL);
        long tool = toolProcess();
        await().atMost(PATIENCE).until(() -> terminal.status() == Status.BUSY);

        terminal.interrupt();

        assertThat(resultOf(turn).outcome()).isEqualTo(Outcome.INTERRUPTED);
        await().atMost(PATIENCE).until(() -> !Processes.isAlive(tool));
        assertThat(resultOf(terminal.send("say next")).text()).isEqualTo("next");
    }

    @Test
    void a_failed_request_is_the_end_of_its_turn() throws Exception {
        ClaudeTerminal terminal = start(claude());

        TurnResult result = resultOf(terminal.send("error 400"));

        assertThat(result.outcome()).isEqualTo(Outcome.API_ERROR);
        assertThat(result.text()).contains("400");
    }

    @Test
    void exits_at_the_second_ctrl_c() throws Exception {
        ClaudeTerminal terminal = start(claude());
        terminal.press(Key.CTRL_C);
        await().atMost(PATIENCE).until(() -> terminal.screen().shows("again to exit"));

        terminal.press(Key.CTRL_C);

        assertThat(terminal.onExit().get(40, TimeUnit.SECONDS)).isZero();
        await().untilAsserted(() -> assertThat(terminal.status()).isEqualTo(Status.CLOSED));
        assertThat(listener.heard(ClaudeError.class)).isEmpty();
    }

    @Test
    void a_session_is_resumed_in_another_terminal_and_through_pipes() throws Exception {
        ClaudeTerminal first = start(claude());
        resultOf(first.send("say first"));
        UUID session = first.sessionId();
        first.close();

        ClaudeTerminal second = start(claude().resume(session));
        String inTerminal = resultOf(second.send("history")).text();
        second.close();
        try (ClaudeProcess pipes = throughPipes().resume(session).start()) {
            assertThat(inTerminal).contains("say first");
            assertThat(resultOf(pipes.send("history")).text()).contains("say first", "history");
        }
    }

    @Test
    void a_session_that_is_not_there_cannot_be_resumed() {
        UUID unknown = UUID.randomUUID();

        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> start(claude().resume(unknown)))
                .extracting(ClaudeException::error)
                .isEqualTo(new ClaudeError.SessionNotFound(unknown));
    }

    @Test
    void closing_ends_the_running_tool_too() throws Exception {
        ClaudeTerminal terminal = start(claude().options(options -> options.allowedTools("Bash")));
        Turn turn = terminal.send(LONG_TOOL);
        long tool = toolProcess();

        terminal.close();

        assertThat(Processes.isAlive(tool)).isFalse();
        assertThat(turn.result())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(ClaudeException.class);
    }

    @Test
    void a_question_about_trust_is_told_and_not_hung_at() {
        assertThatExceptionOfType(ClaudeException.class)
                .isThrownBy(() -> start(claudeThatAsksForTrust()))
                .extracting(ClaudeException::error)
                .asInstanceOf(InstanceOfAssertFactories.type(ClaudeError.DialogOpen.class))
                .satisfies(open -> assertThat(open.kind()).isEqualTo(Dialog.TRUST))
                .satisfies(open -> assertThat(open.screen()).anyMatch(line -> line.contains("trust")));
    }

    @Test
    void a_question_about_trust_can_be_answered_with_keys_and_prompts_wait_for_that() throws Exception {
        ClaudeTerminal terminal = start(claudeThatAsksForTrust().waitForPrompt(false));
        Turn turn = terminal.send("say trusted");
        await().atMost(PATIENCE).until(() -> terminal.dialog().isPresent());

        pressUntil(terminal, Key.DOWN, screen -> screen.shows("\u276f Yes, I trust"));
        pressUntil(terminal, Key.ENTER, screen -> !screen.shows("Yes, I trust"));

        assertThat(resultOf(turn).text()).isEqualTo("trusted");
        assertThat(listener.heard(ClaudeError.DialogOpen.class)).hasSize(1);
    }

    private ClaudeTerminal start(ClaudeTerminalBuilder builder) {
        ClaudeTerminal terminal = builder.listener(listener).start();
        opened.add(terminal);
        return terminal;
    }

    private long toolProcess() {
        Path pid = directory.resolve("pid");
        await().atMost(PATIENCE).until(() -> Files.exists(pid) && Files.size(pid) > 1);
        return Processes.pidIn(pid);
    }

    /** Claude Code takes no notice of a key in the first moment of a dialog, lest somebody answers it who was just typing. */
    private static void pressUntil(ClaudeTerminal terminal, Key key, Predicate<Screen> done) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            boolean isDone = done.test(terminal.screen());
            if (!isDone) {
                terminal.press(key);
            }
            return isDone;
        });
    }

    private static TurnResult resultOf(Turn turn) throws Exception {
        return turn.result().get(60, TimeUnit.SECONDS);
    }

    void closeLater(AutoCloseable resource) {
        opened.add(resource);
    }
}
