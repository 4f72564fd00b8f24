package io.github.claudebridge.process.supervisor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the system tells nothing of a process, or not enough, that process is left alone, and nothing about it is forgotten. */
class UnreadableProcTest {

    private static final String MARK = "m";

    @TempDir
    Path folder;

    private Path proc;
    private Path ledgers;
    private ProcessFacts facts;
    private Process sleeper;
    private ProcessId known;

    @BeforeEach
    void start() throws IOException {
        proc = Files.createDirectory(folder.resolve("proc"));
        ledgers = Files.createDirectory(folder.resolve("ledgers"));
        facts = new ProcessFacts(new ProcFiles(proc), pid -> Optional.empty());
        ProcessBuilder builder = new ProcessBuilder("sleep", "300");
        builder.environment().put(PipeTransport.MARK, MARK);
        sleeper = builder.start();
        known = ProcessId.of(sleeper.pid()).orElseThrow();
    }

    @AfterEach
    void end() {
        sleeper.destroyForcibly();
    }

    /** Shows a file of the real {@code /proc}. */
    private void show(String file) throws IOException {
        Path shown = proc.resolve(file);
        Files.createDirectories(shown.resolveSibling(""));
        Files.write(shown, Files.readAllBytes(Path.of("/proc").resolve(file)));
    }

    private void showThisProcess() throws IOException {
        show("self/stat");
        show("sys/kernel/random/boot_id");
        Files.createDirectories(proc.resolve("1"));
    }

    private Path ledgerOf(ProcessId host) throws IOException {
        String line = Json.of(Map.of("mark", MARK, "root", known.toJson())).text();
        return Files.write(ledgers.resolve(LedgerFile.name(host, "00000000")), List.of(line));
    }

    private static ProcessId deadHost() {
        return new ProcessId(999_999_999, "0123456789ab_1", "");
    }

    @Test
    void a_host_that_nothing_is_told_of_may_live_so_its_ledger_is_not_touched() throws IOException {
        Path ledger = ledgerOf(ProcessId.of(ProcessHandle.current().pid()).orElseThrow());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).exists();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void nothing_is_told_at_all_so_nothing_is_ended_even_of_a_host_that_is_long_dead() throws IOException {
        Path ledger = ledgerOf(deadHost());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).exists();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void a_process_whose_start_is_not_told_is_left_alone_and_its_ledger_kept() throws IOException {
        showThisProcess();
        Files.createDirectories(proc.resolve(Long.toString(sleeper.pid())));
        Path ledger = ledgerOf(deadHost());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).exists();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void a_process_whose_command_line_is_not_told_is_left_alone_and_its_ledger_kept() throws IOException {
        showThisProcess();
        show(sleeper.pid() + "/stat");
        Path ledger = ledgerOf(deadHost());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).exists();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void a_process_that_is_certainly_gone_lets_its_ledger_go() throws IOException {
        showThisProcess();
        Path ledger = ledgerOf(deadHost());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).doesNotExist();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void where_processes_of_other_users_are_hidden_one_that_is_not_to_be_seen_may_live() throws IOException {
        showThisProcess();
        Files.delete(proc.resolve("1"));
        Path ledger = ledgerOf(deadHost());

        assertThat(OrphanSweep.sweep(ledgers, facts)).isEqualTo(SweepReport.NOTHING);
        assertThat(ledger).exists();
        assertThat(facts.isDead(known)).isFalse();
        assertThat(facts.isOwnDead(known)).isTrue();
    }

    @Test
    void what_is_told_only_in_another_way_than_before_is_neither_alive_nor_dead() {
        ProcessFacts times = new ProcessFacts(new ProcFiles(proc), pid -> Optional.of(Instant.EPOCH));

        assertThat(times.isAlive(known)).isFalse();
        assertThat(times.isDead(known)).isFalse();
        assertThat(times.of(1)).contains(new ProcessId(1, "0", ""));
    }

    @Test
    void no_ledger_is_begun_where_its_host_could_not_be_told_from_another() {
        assertThatThrownBy(() -> ProcessLedger.open(ledgers, facts))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/proc");
        assertThat(ledgers).isEmptyDirectory();
    }
}
