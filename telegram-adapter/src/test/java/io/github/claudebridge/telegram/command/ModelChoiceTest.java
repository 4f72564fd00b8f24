package io.github.claudebridge.telegram.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SESS-10: what is said about a model is what holds. */
class ModelChoiceTest {

    @TempDir
    Path folder;

    private static String modelOf(RouterFixture fixture) {
        return String.valueOf(
                fixture.store.get(SessionName.of("work")).metadata().model());
    }

    @Test
    void SESS_10_a_model_that_claude_refuses_is_told_and_the_one_before_stays() throws Exception {
        List<String> refusing = FakeClaude.setup().refuse("set_model").command();
        try (RouterFixture fixture = new RouterFixture(folder, refusing)) {
            fixture.ask("/new work");
            fixture.ask("/model sonnet");
            fixture.ask("say hello");
            assertThat(fixture.ask("/model no-such-model").text())
                    .contains("Claude does not take “no-such-model”", "is sonnet", "/model");

            assertThat(modelOf(fixture)).isEqualTo("sonnet");
        }
    }

    @Test
    void SESS_10_a_model_that_claude_does_not_list_is_chosen_with_a_warning() throws Exception {
        try (RouterFixture fixture = new RouterFixture(folder)) {
            fixture.ask("/new work");
            fixture.ask("say hello");

            assertThat(fixture.ask("/model no-such-model").text()).contains("Claude does not list it");
            assertThat(modelOf(fixture)).isEqualTo("no-such-model");
            assertThat(fixture.ask("/model default").text()).isEqualTo("Model of work: default.");
        }
    }
}
