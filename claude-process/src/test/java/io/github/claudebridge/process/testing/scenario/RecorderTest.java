package io.github.claudebridge.process.testing.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.process.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final String RUN = """
            ## a permission and an interrupt
            start --permission-prompt-tool stdio
            send 1 tool Bash touch made ;; say done
            await ask can_use_tool
            answer {"behavior":"allow"}
            await lifecycle #1 completed
            send 2 slow 20 never
            await system init
            control interrupt
            await lifecycle #2 cancelled
            close
            exit
            """;

    @TempDir
    Path home;

    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void records_a_run_that_can_be_played_again_with_the_same_report() throws Exception {
        Scenario scenario = ScenarioFile.parse(RUN).get(0);
        Recorder recorder = new Recorder(FakeClaude.setup().inMemory());
        List<String> report = play(scenario, recorder, first);

        Scenario recorded = recorder.scenario("a recorded run").orElseThrow();
        Scenario written =
                ScenarioFile.parse(ScenarioFile.format(List.of(recorded))).get(0);
        List<String> again = play(written, FakeClaude.setup().inMemory(), second);

        assertThat(report.subList(0, report.size() - 1)).isEqualTo(recorded.expected());
        assertThat(again).isEqualTo(recorded.expected());
        assertThat(written.steps()).extracting(Step::verb).contains(Verb.SEND, Verb.ANSWER, Verb.CONTROL, Verb.CLOSE);
    }

    private List<String> play(Scenario scenario, Transport transport, Path directory) throws Exception {
        Map<String, String> environment = Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"));
        return new Player(new TransportLauncher(transport, List.of("claude"), environment), directory).play(scenario);
    }
}
