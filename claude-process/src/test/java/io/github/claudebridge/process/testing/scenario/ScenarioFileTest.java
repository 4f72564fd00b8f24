package io.github.claudebridge.process.testing.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

    @Test
    void what_is_written_is_read_again() {
        Scenario scenario = new Scenario(
                "something is done",
                Set.of(Scenario.UNORDERED),
                List.of(new Step(Verb.START, "--model 'a b'"), new Step(Verb.CLOSE, "")),
                List.of("exit 0"));

        assertThat(ScenarioFile.parse(ScenarioFile.format(List.of(scenario, scenario))))
                .containsExactly(scenario, scenario);
    }

    @Test
    void comments_and_empty_lines_are_left_out() {
        List<Scenario> scenarios = ScenarioFile.parse("# topic\n\n## one\nstart\n\n# why\nclose\n---\nexit 0\n");

        assertThat(scenarios)
                .containsExactly(new Scenario(
                        "one",
                        Set.of(),
                        List.of(new Step(Verb.START, ""), new Step(Verb.CLOSE, "")),
                        List.of("exit 0")));
    }

    @Test
    void an_unknown_step_is_an_error() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScenarioFile.parse("## one\njump high\n"));
    }
}
