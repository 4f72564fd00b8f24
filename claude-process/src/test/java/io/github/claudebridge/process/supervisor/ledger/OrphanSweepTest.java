package io.github.claudebridge.process.supervisor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.json.Json;
import io.github.claudebridge.process.transport.PipeTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanSweepTest {

    private static final String DEAD_HOST = "999999999-0_1-00000000.jsonl";

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process sleeper(String mark) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "300");
        builder.environment().put(PipeTransport.MARK, mark);
        Process process = builder.start();
        processes.add(process);
        // The command is there only when the new process has become it.
        Awaitility.await()
                .until(() -> ProcessFacts.SYSTEM
                        .commandLine(process.pid())
                        .filter("sleep 300"::equals)
                        .isPresent());
        return process;
    }

    private static ProcessId id(Process process) {
        return ProcessId.of(process.pid()).orElseThrow();
    }

    private Path ledger(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String root(String mark, ProcessId process) {
        return Json.of(Map.of("mark", mark, "root", process.toJson())).text();
    }

    @Test
    void ends_what_a_dead_host_recorded_and_waits_until_it_is_dead() throws Exception {
        Process orphan = sleeper("other");
        Path file = ledger(DEAD_HOST, root("m", id(orphan)));

        SweepReport report = OrphanSweep.sweep(folder);

        assertThat(report.ended()).containsExactly(new Orphan(orphan.pid(), "sleep 300"));
        assertThat(report.survivors()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void ends_what_was_started_but_not_yet_recorded_by_its_mark() throws Exception {
        Process orphan = sleeper("m1");
        ledger(DEAD_HOST, "{\"mark\":\"m1\"}");

        assertThat(OrphanSweep.sweep(folder).ended()).extracting(Orphan::pid).containsExactly(orphan.pid());
    }

    @Test
    void ends_recorded_descendants_whose_parent_is_dead() throws Exception {
        Process child = sleeper("other");
        ledger(
                DEAD_HOST,
                Json.of(Map.of("mark", "m", "child", id(child).toJson())).text());

        assertThat(OrphanSweep.sweep(folder).ended()).extracting(Orphan::pid).containsExactly(child.pid());
    }

    @Test
    void leaves_alone_what_has_ended_in_order() throws Exception {
        Process other = sleeper("m");
        ledger(DEAD_HOST, root("m", id(other)), "{\"mark\":\"m\",\"gone\":true}");

        assertThat(OrphanSweep.sweep(folder)).isEqualTo(SweepReport.NOTHING);
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void leaves_alone_a_foreign_process_that_has_the_number_now() throws Exception {
        Process other = sleeper("other");
        ProcessId now = id(other);
        ledger(DEAD_HOST, root("m", new ProcessId(now.pid(), now.started(), "claude -p --session-id x")));

        assertThat(OrphanSweep.sweep(folder).ended()).isEmpty();
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void leaves_alone_a_process_that_was_started_at_another_time_or_in_another_boot() throws Exception {
        Process other = sleeper("other");
        ProcessId now = id(other);
        String boot = now.started().replaceAll("_.*", "");
        ledger(
                DEAD_HOST,
                root("m", new ProcessId(now.pid(), boot + "_1", now.command())),
                root("n", new ProcessId(now.pid(), now.started().replace(boot, "0123456789ab"), now.command())));

        assertThat(OrphanSweep.sweep(folder).ended()).isEmpty();
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void leaves_alone_what_a_live_host_has_started() throws Exception {
        Process other = sleeper("m");
        ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        Path file = ledger(LedgerFile.name(self, "00000000"), root("m", id(other)));

        assertThat(OrphanSweep.sweep(folder)).isEqualTo(SweepReport.NOTHING);
        assertThat(other.isAlive()).isTrue();
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mark\":\"x\",\"ro",
                "",
                "\0\0\0\0",
                "[]",
                "{\"mark\":5}",
                "{\"mark\":\"x\",\"root\":{\"pid\":\"y\"}}"
            })
    void reads_past_lines_that_are_torn_or_make_no_sense(String torn) throws Exception {
        Process orphan = sleeper("other");
        ledger(DEAD_HOST, torn, root("m", id(orphan)), torn);

        assertThat(OrphanSweep.sweep(folder).ended()).extracting(Orphan::pid).containsExactly(orphan.pid());
    }

    @Test
    void a_ledger_that_cannot_be_read_hides_no_other() throws Exception {
        Process orphan = sleeper("other");
        Path unreadable = Files.createDirectory(folder.resolve("999999998-0_1-00000000.jsonl"));
        ledger(DEAD_HOST, root("m", id(orphan)));

        assertThat(OrphanSweep.sweep(folder).ended()).extracting(Orphan::pid).containsExactly(orphan.pid());
        assertThat(unreadable).exists();
    }

    @Test
    void finds_nothing_where_there_is_no_folder() {
        assertThat(OrphanSweep.sweep(folder.resolve("missing"))).isEqualTo(SweepReport.NOTHING);
    }
}
