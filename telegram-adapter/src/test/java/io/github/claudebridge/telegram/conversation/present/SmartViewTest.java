package io.github.claudebridge.telegram.conversation.present;

import static io.github.claudebridge.telegram.conversation.present.Scene.completed;
import static io.github.claudebridge.telegram.conversation.present.Scene.result;
import static io.github.claudebridge.telegram.conversation.present.Scene.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.telegram.conversation.Answer;
import java.time.Duration;
import java.util.Map;
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
    void OUT_03_a_longer_one_shows_one_card_with_the_last_steps() {
        scene.then(use("1", "Read", Map.of("file_path", "a"))).then(result("1", "", false));
        scene.time.pass(Duration.ofSeconds(11));
        scene.then(use("2", "Bash", Map.of("command", "make"))).then(result("2", "", true));

        assertThat(scene.chat.drafts())
                .singleElement()
                .satisfies(card -> assertThat(card.text()).contains("✓ Read a", "✗ Ran make"));
    }
}
