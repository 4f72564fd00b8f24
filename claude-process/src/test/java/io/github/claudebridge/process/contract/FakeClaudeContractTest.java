package io.github.claudebridge.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.scenario.Player;
import io.github.claudebridge.process.testing.scenario.ProcessLauncher;
import io.github.claudebridge.process.testing.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in tells what the real command line has told. */
@Execution(ExecutionMode.CONCURRENT)
class FakeClaudeContractTest {

    static List<Entry> scenarios() {
        return ScenarioLibrary.CURRENT.entries().stream()
                .filter(entry -> !entry.scenario().is(Marks.REAL_ONLY))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void tells_what_the_real_one_told(Entry entry, @TempDir Path home, @TempDir Path directory) throws Exception {
        Scenario scenario = entry.scenario();
        Map<String, String> environment = Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"));
        Player player = new Player(new ProcessLauncher(FakeClaude.command(), environment), directory);

        List<String> report = player.play(scenario);

        assertThat(scenario.comparable(report)).isEqualTo(scenario.comparable(scenario.expected()));
    }
}
