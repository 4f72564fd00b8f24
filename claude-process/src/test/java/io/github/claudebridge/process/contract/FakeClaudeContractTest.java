package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.FakeSetup;
import io.github.claudebridge.process.testing.scenario.Player;
import io.github.claudebridge.process.testing.scenario.ProcessLauncher;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in tells what the real command line has told. */
@Execution(ExecutionMode.CONCURRENT)
class FakeClaudeContractTest {
    @TempDir
    Path home;

    @TempDir
    Path directory;

    static List<Entry> scenarios() {
        return ScenarioLibrary.CURRENT.entries().stream()
                .filter(Marks::isForFake)
                .toList();
    }

    static List<Entry> scenariosOfTheOldest() {
        return ScenarioLibrary.OLDEST.entries();
    }

    @AfterEach
    void sweep() {
        Contract.sweep(home);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void tells_what_the_real_one_told(Entry entry) throws Exception {
        play(entry, FakeClaude.setup());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenariosOfTheOldest")
    void tells_what_the_oldest_one_told_when_it_plays_that(Entry entry) throws Exception {
        play(entry, FakeClaude.setup().version("2.1.197"));
    }

    private void play(Entry entry, FakeSetup setup) throws Exception {
        ProcessLauncher launcher = new ProcessLauncher(setup.command(), Contract.environment(home));
        Contract.assertAgrees(entry.scenario(), new Player(launcher, directory).play(entry.scenario()));
    }
}
