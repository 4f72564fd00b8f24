package io.github.claudebridge.process.contract;

import io.github.claudebridge.process.contract.ScenarioLibrary.Entry;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.testing.scenario.Player;
import io.github.claudebridge.process.testing.scenario.Step;
import io.github.claudebridge.process.testing.scenario.TransportLauncher;
import io.github.claudebridge.process.testing.scenario.Verb;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in tells the same where it runs in memory. */
@Execution(ExecutionMode.CONCURRENT)
class InMemoryContractTest {
    private static final Set<String> SIGNALS = Set.of("TERM", "KILL");

    @TempDir
    Path home;

    @TempDir
    Path directory;

    static List<Entry> scenarios() {
        return ScenarioLibrary.CURRENT.entries().stream()
                .filter(Marks::isForFake)
                .filter(entry -> entry.scenario().steps().stream().allMatch(InMemoryContractTest::isPossible))
                .toList();
    }

    private static boolean isPossible(Step step) {
        return step.verb() != Verb.SIGNAL || SIGNALS.contains(step.argument());
    }

    @AfterEach
    void sweep() {
        Contract.sweep(home);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void tells_what_the_real_one_told(Entry entry) throws Exception {
        Transport transport = FakeClaude.setup().inMemory();
        TransportLauncher launcher = new TransportLauncher(transport, List.of("claude"), Contract.environment(home));
        Contract.assertAgrees(entry.scenario(), new Player(launcher, directory).play(entry.scenario()));
    }
}
