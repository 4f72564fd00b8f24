package io.github.claudebridge.process.supervisor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    @TempDir
    Path folder;

    private ProcessLedger ledger;

    @BeforeEach
    void open() {
        ledger = ProcessLedger.open(folder);
    }

    @Test
    void goes_when_all_that_it_names_is_gone() {
        ledger.starting("m");
        ledger.gone("m");
        ledger.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void stays_while_something_may_live() {
        ledger.starting("m");
        ledger.close();

        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void lets_nothing_be_started_that_it_cannot_name() {
        ledger.close();

        assertThatThrownBy(() -> ledger.starting("m")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void does_not_stand_in_the_way_of_an_end_that_it_cannot_write_down() {
        ledger.starting("m");
        ledger.running("m", ProcessId.of(ProcessHandle.current().pid()).orElseThrow());
        ledger.close();

        assertThatCode(() -> {
                    ledger.recordChildren(ProcessHandle.current().pid());
                    ledger.gone("m");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void knows_the_children_that_live() throws Exception {
        ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        ledger.starting("m");
        ledger.running("m", self);
        Process child = new ProcessBuilder("sleep", "300").start();
        ledger.recordChildren(self.pid());
        assertThat(ledger.livingChildren("m")).extracting(ProcessId::pid).contains(child.pid());

        child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        Awaitility.await()
                .untilAsserted(() -> assertThat(ledger.livingChildren("m"))
                        .extracting(ProcessId::pid)
                        .doesNotContain(child.pid()));
    }
}
