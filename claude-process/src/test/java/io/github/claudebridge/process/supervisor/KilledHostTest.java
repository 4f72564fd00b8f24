package io.github.claudebridge.process.supervisor;

import static io.github.claudebridge.process.supervisor.FakeConversations.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ledger.Orphan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host dies with SIGKILL; the next one finds what it left behind. */
class KilledHostTest {

    /** Seconds that no other test sleeps for, so that the tool can be told by them. */
    private final String seconds = "86" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);

    @TempDir
    Path folder;

    private Process host;

    @BeforeEach
    void start() throws IOException {
        host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostMain.class.getName(),
                        folder.toString(),
                        seconds)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("host.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> tool().isPresent());
    }

    @AfterEach
    void end() throws InterruptedException {
        killHost();
        next(new FakeConversations(folder)).close();
    }

    private Optional<ProcessHandle> tool() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith("sleep " + seconds))
                        .isPresent())
                .findFirst();
    }

    private void killHost() throws InterruptedException {
        host.destroyForcibly();
        host.waitFor();
    }

    private Supervisor next(FakeConversations conversations) {
        return conversations.supervisor().stateFolder(folder.resolve("state")).build();
    }

    @Test
    void the_next_host_ends_what_it_left_behind_before_anything_else() throws Exception {
        // One that is stopped neither notices that its host is gone nor heeds a request to end.
        for (ProcessHandle cli : host.children().toList()) {
            FakeConversations.run("/bin/kill", "-STOP", Long.toString(cli.pid()));
        }
        killHost();

        try (Supervisor supervisor = next(new FakeConversations(folder))) {
            assertThat(supervisor.sweptAtStart().survivors()).isEmpty();
            assertThat(supervisor.sweptAtStart().ended())
                    .extracting(Orphan::command)
                    .anyMatch(command -> command.contains("FakeClaude"));
            assertThat(tool()).isEmpty();
            assertThat(ask(supervisor, "fresh", "say hello").text()).isEqualTo("hello");
        }
        try (Stream<Path> ledgers = Files.list(folder.resolve("state/processes"))) {
            assertThat(ledgers.toList()).isEmpty();
        }
    }

    @Test
    void a_tool_that_has_lost_its_parent_too_is_found() throws Exception {
        List<ProcessHandle> clis = host.children().toList();
        killHost();
        clis.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().until(() -> clis.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(tool()).isPresent();

        next(new FakeConversations(folder)).close();

        assertThat(tool()).isEmpty();
    }

    @Test
    void a_host_that_lives_keeps_its_processes_and_its_sessions() {
        ConversationSpec theirs = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(this::theirSession, Optional::isPresent)
                .orElseThrow();
        FakeConversations conversations = new FakeConversations(folder);
        ConversationSource source =
                key -> theirs.with(conversations.describe(key).setup());
        try (Supervisor supervisor =
                Supervisor.of(source).stateFolder(folder.resolve("state")).build()) {
            assertThat(supervisor.sweptAtStart().ended()).isEmpty();
            assertThat(supervisor.start("same"))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ClaudeException.class,
                            failure -> assertThat(failure.error()).isInstanceOf(ClaudeError.SessionBusy.class));
        }
        assertThat(tool()).isPresent();
    }

    private Optional<ConversationSpec> theirSession() throws IOException {
        try (Stream<Path> locks = Files.list(folder.resolve("state/locks"))) {
            return locks.map(file -> file.getFileName().toString().replace(".lock", ""))
                    .map(UUID::fromString)
                    .map(id -> ConversationSpec.resuming(folder, id))
                    .findFirst();
        }
    }
}
