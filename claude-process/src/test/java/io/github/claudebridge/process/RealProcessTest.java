package io.github.claudebridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.support.RecordingListener;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process relies on is true of the real command line. */
@RealCli
class RealProcessTest {

    private final RecordingListener listener = new RecordingListener();
    private RealClaude real;
    private Path work;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        real = RealClaude.in(folder.resolve("home"));
        work = Files.createDirectory(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        real.close();
    }

    private ClaudeProcessBuilder claude() {
        return ClaudeProcess.builder()
                .command(List.of(real.executable().toString()))
                .environment(real.environment())
                .directory(work)
                .listener(listener)
                .permissions(request -> Permission.allow());
    }

    private static TurnResult resultOf(Turn turn) {
        return turn.result().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void options_without_values_leave_the_session_its_id() {
        UUID id = UUID.randomUUID();
        try (ClaudeProcess claude = claude().options(options -> options.allowedTools()
                        .disallowedTools()
                        .additionalDirectories()
                        .mcpConfig()
                        .plugins()
                        .tools()
                        .settingSources())
                .sessionId(id)
                .start()) {
            assertThat(resultOf(claude.send("say hi")).sessionId()).isEqualTo(id);
            assertThat(claude.hasHistory()).isTrue();
        }
    }

    @Test
    void a_cli_for_each_turn_answers_what_is_put_into_the_turn_and_adds_up_the_cost() {
        try (ClaudeProcess claude = claude().mode(ProcessMode.PER_TURN).start()) {
            TurnResult first = resultOf(claude.send("say one"));
            Turn second = claude.send("long 60 50");
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> listener.heard(Output.class).stream()
                            .anyMatch(
                                    output -> output.partial() && output.text().contains("word")));
            Turn steered = claude.steer(Prompt.of("tool Bash echo x > made ;; say three"));
            assertThat(resultOf(second).text()).contains("word60");
            assertThat(resultOf(steered).text()).isEqualTo("three");
            assertThat(work.resolve("made")).exists();
            double sum = first.costUsd().orElseThrow()
                    + resultOf(second).costUsd().orElseThrow()
                    + resultOf(steered).costUsd().orElseThrow();
            assertThat(sum).isCloseTo(resultOf(steered).sessionCostUsd(), within(1e-9));
        }
    }

    @Test
    void work_in_the_background_outlives_the_turn_of_its_cli_and_is_reported() throws IOException {
        try (ClaudeProcess claude = claude().mode(ProcessMode.PER_TURN).start()) {
            String wait = "{\"command\":\"until [ -e go ]; do sleep 0.1; done\",\"run_in_background\":true}";
            assertThat(resultOf(claude.send("tool Bash " + wait + " ;; say started"))
                            .text())
                    .isEqualTo("started");
            long pid = claude.pid();
            assertThat(resultOf(claude.send("say meanwhile")).text()).isEqualTo("meanwhile");
            assertThat(claude.pid()).isEqualTo(pid);
            Files.createFile(work.resolve("go"));
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> listener.heard(TurnResult.class).stream().anyMatch(TurnResult::isUnasked));
            await().atMost(60, TimeUnit.SECONDS).until(() -> claude.pid() == 0);
        }
    }

    @Test
    void foreign_text_makes_the_cli_read_no_file() throws IOException {
        Files.writeString(work.resolve("notes.txt"), "what is in the file");
        try (ClaudeProcess claude = claude().start()) {
            resultOf(claude.send(Prompt.ofForeign("say see @notes.txt")));
            assertThat(real.api().requests())
                    .noneMatch(request -> request.body().contains("what is in the file"));
            resultOf(claude.send(Prompt.of("say see @notes.txt")));
            assertThat(real.api().requests()).anyMatch(request -> request.body().contains("what is in the file"));
        }
    }
}
