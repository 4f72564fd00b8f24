package io.github.claudebridge.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.process.testing.scenario.Player;
import io.github.claudebridge.process.testing.scenario.ProcessLauncher;
import io.github.claudebridge.process.testing.scenario.Scenario;
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

    static List<Entry> scenarios() {
        return ScenarioLibrary.CURRENT.entries();
    }

    @AfterAll
    static void write() throws IOException {
        RECORDING.write();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void tells_what_it_told_before(Entry entry, @TempDir Path home, @TempDir Path directory) throws Exception {
        Scenario scenario = entry.scenario();
        try (RealClaude claude = RealClaude.in(home)) {
            List<String> command = List.of(claude.executable().toString());
            Player player = new Player(new ProcessLauncher(command, claude.environment()), directory);

            List<String> report = player.play(scenario);

            if (RECORDING.isOn()) {
                RECORDING.keep(entry, report);
            } else {
                assertThat(scenario.comparable(report)).isEqualTo(scenario.comparable(scenario.expected()));
            }
        }
    }
}
