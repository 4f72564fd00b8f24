package io.github.claudebridge.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.scenario.Scenario;
import io.github.claudebridge.process.transport.MarkedProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests of the contract have in common. */
final class Contract {
    private Contract() {}

    static void assertAgrees(Scenario scenario, List<String> report) {
        assertThat(scenario.comparable(report))
                .as("what was told in the scenario \"%s\"", scenario.title())
                .isEqualTo(scenario.comparable(scenario.expected()));
    }

    /** The environment of a stand-in. */
    static Map<String, String> environment(Path home) {
        return Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"));
    }

    /** Ends what a stand-in has left behind: the tools of one that was killed go on without it. */
    static void sweep(Path home) {
        MarkedProcesses.find("HOME", home.toString()).forEach(ProcessHandle::destroyForcibly);
    }
}
