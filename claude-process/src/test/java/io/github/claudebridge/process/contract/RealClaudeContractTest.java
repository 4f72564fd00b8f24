package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.process.testing.scenario.Player;
import io.github.claudebridge.process.testing.scenario.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real command line still tells what was recorded. With {@code -Dcontract.record=true} what it tells is written to
 * the scenario files instead of compared.
 */
@RealCli
@Execution(ExecutionMode.CONCURRENT)
class RealClaudeContractTest {
    private static final Recording RECORDING = new Recording();

    @TempDir
    Path home;

    @TempDir
    Path directory;

    static List<Entry> scenarios() {
        return ScenarioLibrary.CURRENT.entries();
    }

    static List<Entry> scenariosOfTheOldest() {
        return ScenarioLibrary.OLDEST.entries();
    }

    @AfterAll
    static void write() throws IOException {
        RECORDING.write();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void tells_what_it_told_before(Entry entry) throws Exception {
        try (RealClaude claude = RealClaude.in(home)) {
            play(entry, claude);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenariosOfTheOldest")
    void the_oldest_tells_what_it_told_before(Entry entry) throws Exception {
        try (RealClaude claude = RealClaude.oldestIn(home)) {
            play(entry, claude);
        }
    }

    private void play(Entry entry, RealClaude claude) throws Exception {
        List<String> command = List.of(claude.executable().toString());
        Player player = new Player(new ProcessLauncher(command, claude.environment()), directory);
        List<String> report = player.play(entry.scenario());
        if (RECORDING.isOn()) {
            RECORDING.keep(entry, report);
        } else {
            Contract.assertAgrees(entry.scenario(), report);
        }
    }
}
