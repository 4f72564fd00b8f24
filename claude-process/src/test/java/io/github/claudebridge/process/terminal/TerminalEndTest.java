package io.github.claudebridge.process.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.supervisor.ledger.LedgerTransport;
import io.github.claudebridge.process.supervisor.ledger.ProcessLedger;
import io.github.claudebridge.process.support.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of what ran in a terminal is left when it was closed. */
@Timeout(60)
class TerminalEndTest {

    @TempDir
    private Path directory;

    private TerminalBuilder builder;

    @BeforeEach
    void describe() {
        builder = Terminal.builder().directory(directory);
    }

    @Test
    void ends_a_command_that_does_as_it_is_told() {
        assertThat(exitOf("trap 'exit 7' TERM; echo $$ > pid; while :; do sleep 0.05; done"))
                .isEqualTo(7);
    }

    @Test
    void hangs_up_on_a_command_that_takes_no_notice_of_being_asked() {
        assertThat(exitOf("trap '' TERM; trap 'exit 8' HUP; echo $$ > pid; while :; do sleep 0.05; done"))
                .isEqualTo(8);
    }

    @Test
    void kills_a_command_that_takes_no_notice_of_anything() {
        assertThat(exitOf("trap '' TERM HUP; echo $$ > pid; while :; do sleep 0.05; done"))
                .isEqualTo(137);
    }

    @Test
    void ends_what_has_left_the_session_of_the_terminal() throws Exception {
        Terminal terminal = started("setsid sh -c 'echo $$ > pid; exec sleep 600' & wait");
        long stray = processIn(directory.resolve("pid"));

        terminal.close();

        assertThat(Processes.isAlive(stray)).isFalse();
    }

    @Test
    void ends_what_a_command_has_left_behind_that_is_gone_itself() throws Exception {
        Terminal terminal = started("setsid sh -c 'echo $$ > pid; exec sleep 600' & while [ ! -s pid ]; do :; done");
        long stray = processIn(directory.resolve("pid"));
        assertThat(terminal.onExit()).succeedsWithin(Duration.ofSeconds(20));

        terminal.close();

        assertThat(Processes.isAlive(stray)).isFalse();
    }

    @Test
    void can_be_closed_twice() {
        Terminal terminal = started("sleep 600");

        terminal.close();
        terminal.close();

        assertThat(terminal.onExit()).isCompleted();
    }

    @Test
    void is_written_down_in_a_ledger_while_it_lives() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("ledger"));
        try (ProcessLedger ledger = ProcessLedger.open(folder)) {
            builder.transport(inner -> new LedgerTransport(inner, ledger));
            Terminal terminal = started("echo $$ > pid; sleep 600");
            assertThat(written(folder)).contains(Long.toString(terminal.pid()));

            terminal.close();

            assertThat(Processes.isAlive(terminal.pid())).isFalse();
        }
    }

    private static String written(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private int exitOf(String script) {
        Terminal terminal = started(script);
        await().until(() -> Files.exists(directory.resolve("pid")));
        terminal.close();
        return terminal.onExit().join();
    }

    private Terminal started(String script) {
        return builder.command(List.of("sh", "-c", script)).start();
    }

    private static long processIn(Path file) {
        await().until(() -> Files.exists(file) && Files.size(file) > 1);
        return Processes.pidIn(file);
    }
}
