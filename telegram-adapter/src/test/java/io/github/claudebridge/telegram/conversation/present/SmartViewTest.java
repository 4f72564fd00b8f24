package io.github.claudebridge.telegram.conversation.present;

import static io.github.claudebridge.telegram.conversation.present.Scene.completed;
import static io.github.claudebridge.telegram.conversation.present.Scene.result;
import static io.github.claudebridge.telegram.conversation.present.Scene.turn;
import static io.github.claudebridge.telegram.conversation.present.Scene.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.RecordingChat.Kind;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SmartViewTest {

    private final Scene scene = Scene.in(OutputMode.SMART);

    @Test
    void OUT_03_a_turn_under_ten_seconds_shows_nothing_but_its_answer() {
        scene.time.pass(Duration.ofSeconds(9));
        Answer answer = scene.ends(completed("done"));
        scene.time.pass(Duration.ofMinutes(1));

        assertThat(scene.chat.drafts()).isEmpty();
        assertThat(answer.size()).isEqualTo(Answer.Size.ONE_SCREEN);
    }

    @Test
    void OUT_03_what_failed_stands_open_below_the_answer_with_its_output() {
        scene.then(use("1", "Read", Map.of("file_path", "a"))).then(result("1", "fine", false));
        scene.then(use("2", "Bash", Map.of("command", "make"))).then(result("2", "no rule for `all`", true));

        assertThat(scene.ends(completed("It does not build.")).markdown())
                .isEqualTo("It does not build.\n\n✗ **Ran make**\n```\nno rule for `all`\n```");
    }

    @Test
    void OUT_03_what_failed_stands_below_the_reason_of_a_turn_that_failed() {
        scene.then(use("1", "Bash", Map.of("command", "make"))).then(result("1", "no rule\nfor all", true));
        scene.view
                .end(turn("overloaded", Outcome.API_ERROR, OptionalInt.of(529)))
                .join();

        assertThat(scene.chat.texts(Kind.FAILURE))
                .containsExactly(TurnWords.failed("overloaded") + "\n\n✗ Ran make\nno rule for all");
    }

    @Test
    void OUT_03_a_longer_one_shows_one_card_with_the_last_steps() {
        scene.then(use("1", "Read", Map.of("file_path", "a"))).then(result("1", "", false));
        scene.time.pass(Duration.ofSeconds(11));
        scene.then(use("2", "Bash", Map.of("command", "make"))).then(result("2", "", true));

        assertThat(scene.chat.drafts())
                .singleElement()
                .satisfies(card -> assertThat(card.text()).contains("✓ Read a", "✗ Ran make"));
    }
}
