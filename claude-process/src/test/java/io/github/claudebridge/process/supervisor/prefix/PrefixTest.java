package io.github.claudebridge.process.supervisor.prefix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Limits;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.supervisor.RestartPolicy;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.ledger.OrphanSweep;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds behind each kind of prefix, with the stand-in; docs/process-lifecycle.md says the same in a table. */
@NeedsRoot
class PrefixTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RestartPolicy QUICK =
            new RestartPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofHours(1));
    private static final Limits LIMITS = Limits.DEFAULT
            .withStart(PATIENCE)
            .withIdleBeforeClose(Duration.ofMillis(100))
            .withCloseStep(Duration.ofSeconds(1));

    private final UUID session = UUID.randomUUID();
    private final List<SupervisorEvent> events = new CopyOnWriteArrayList<>();
    private Worker worker;
    private Sshd sshd;
    private Path work;
    private List<String> fake;

    @TempDir
    Path folder;

    @TempDir
    Path state;

    @BeforeEach
    void open() throws Exception {
        worker = new Worker(folder);
        sshd = new Sshd(Files.createDirectory(folder.resolve("ssh")));
        work = worker.directory("it's a $HOME of work");
        fake = worker.fakeClaude();
    }

    @AfterEach
    void close() throws Exception {
        sshd.close();
        worker.close();
    }

    private Supervisor supervisor(Way way) {
        return Supervisor.of(key -> ConversationSpec.of(work, session, hasHistory())
                        .withTransport(way.transport(worker, sshd, work.toString()))
                        .with(builder -> builder.command(way.command(worker, fake))
                                .permissions(request -> Permission.allow())
                                .limits(LIMITS)))
                .listener(events::add)
                .stateFolder(state)
                .restarts(QUICK)
                .build();
    }

    private boolean hasHistory() {
        return events.stream()
                .anyMatch(event -> event instanceof SupervisorEvent.IdentityChanged changed && changed.hasHistory());
    }

    private static TurnResult ask(Supervisor supervisor, String prompt) {
        return supervisor
                .send("a", Prompt.of(prompt))
                .result()
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
    }

    private void awaitNothingRuns() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worker.running()).isEmpty());
    }

    private ProcessHandle cli() {
        return worker.processes("FakeClaude").stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void words_arrive_as_they_are(Way way) throws Exception {
        List<String> words = List.of(
                "two words",
                "it's",
                "\"x\"",
                "$HOME",
                "$(id)",
                "`id`",
                "a\nb",
                "end\n",
                "a\\b",
                "100%",
                "\\044",
                "*",
                "-n",
                "ü 😀",
                "");
        List<String> printing = new ArrayList<>(List.of("printf", "%s|"));
        printing.addAll(words);
        Connection connection = way.transport(worker, sshd, work.toString())
                .start(new Launch(way.command(worker, printing), work, Map.of("PATH", System.getenv("PATH"))));

        assertThat(new String(connection.output().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("|", words) + "|");
    }

    @ParameterizedTest
    @EnumSource
    void a_conversation_runs_as_the_other_user_in_its_folder_and_goes_on_after_a_pause(Way way) throws Exception {
        try (Supervisor supervisor = supervisor(way)) {
            Prompt prompt = Prompt.of("tool Bash whoami > who ;; say hello");
            assertThat(supervisor
                            .send("a", prompt)
                            .result()
                            .get(90, TimeUnit.SECONDS)
                            .text())
                    .isEqualTo("hello");
            assertThat(work.resolve("who")).hasContent(worker.name() + "\n");
            assertThat(Transcripts.below(worker.home().resolve(".claude"))
                            .find(session)
                            .orElseThrow()
                            .fateOf(prompt.id()))
                    .isEqualTo(new PromptFate.Answered("hello"));

            supervisor.suspend("a").get(90, TimeUnit.SECONDS);
            awaitNothingRuns();
            assertThat(ask(supervisor, "history").text()).contains("say hello");
        }
        awaitNothingRuns();
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_on_the_other_side_is_a_crash(Way way) {
        try (Supervisor supervisor = supervisor(way)) {
            ask(supervisor, "say hello");
            cli().destroyForcibly();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> events.stream().anyMatch(SupervisorEvent.Crashed.class::isInstance));

            assertThat(ask(supervisor, "history").text()).contains("say hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_killed_here_ends_there(Way way) throws Exception {
        try (Supervisor supervisor = supervisor(way)) {
            ask(supervisor, "say hello");
            long here = supervisor.live("a").orElseThrow().pid();
            ProcessHandle there = cli();
            ProcessHandle.of(here).orElseThrow().destroyForcibly();

            Awaitility.await().atMost(PATIENCE).until(() -> !there.isAlive());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SSH")
    void one_that_answers_nothing_is_ended_by_force(Way way) throws Exception {
        try (Supervisor supervisor = supervisor(way)) {
            ask(supervisor, "say hello");
            Worker.run("/bin/kill", "-STOP", Long.toString(cli().pid()));
            supervisor.suspend("a").get(90, TimeUnit.SECONDS);

            assertThat(worker.running()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SSH")
    void a_tool_ends_with_its_cli(Way way) {
        try (Supervisor supervisor = supervisor(way)) {
            Turn turn = supervisor.send("a", Prompt.of("tool Bash sleep 86400"));
            awaitRecorded("sleep 86400");
            cli().destroyForcibly();

            assertThat(turn.result())
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(ClaudeException.class);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(worker.processes("sleep 86400")).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_next_host_ends_what_a_dead_one_left_behind(Way way) throws Exception {
        try (Supervisor supervisor = supervisor(way)) {
            supervisor.send("a", Prompt.of("tool Bash sleep 86400"));
            if (way.isLocal()) {
                awaitRecorded("sleep 86400");
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !worker.processes("sleep 86400").isEmpty());
            Path left = Files.createDirectory(folder.resolve("left"));
            Files.copy(ledger(), left.resolve("999999999-0_1-00000000.jsonl"));

            assertThat(OrphanSweep.sweep(left).survivors()).isEmpty();
            if (way.isLocal()) {
                assertThat(worker.processes("sleep 86400")).isEmpty();
            }
        }
    }

    /** Waits until the ledger names a process with this in its command. */
    private void awaitRecorded(String command) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.readString(ledger()).contains(command));
    }

    private Path ledger() throws IOException {
        try (Stream<Path> ledgers = Files.list(state.resolve("processes"))) {
            return ledgers.findFirst().orElseThrow();
        }
    }
}
