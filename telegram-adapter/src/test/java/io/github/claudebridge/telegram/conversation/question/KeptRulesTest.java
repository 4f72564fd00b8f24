package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.Turn;
import org.junit.jupiter.api.Test;

/** Rules for a session outlive its process, and nothing else does. */
class KeptRulesTest extends QuestionTest {

    private static final String PROMPT = "tool Bash touch made.txt ;; say ready";

    private void allow(String button) throws Exception {
        Turn turn = fixture.prompt(PROMPT);
        fixture.press(fixture.question(), button);
        answer(turn);
        fixture.endProcess();
    }

    @Test
    void what_was_allowed_for_the_session_is_not_asked_again_after_its_process_was_suspended() throws Exception {
        allow("Allow for this session");

        assertThat(answer(fixture.prompt(PROMPT))).isEqualTo("ready");
        assertThat(fixture.audited(2).get(1).path("decision").asText()).isEqualTo("allow by rule");
    }

    @Test
    void another_command_is_asked_about() throws Exception {
        allow("Allow for this session");
        fixture.prompt("tool Bash touch other.txt ;; say ready");

        assertThat(fixture.question("touch other.txt").text()).contains("wants to run a command");
    }

    @Test
    void what_was_allowed_once_is_asked_again() throws Exception {
        allow("Allow");
        Turn turn = fixture.prompt(PROMPT);
        fixture.press(fixture.question(), "Deny");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.audited(2).get(1).path("decision").asText()).isEqualTo("deny");
    }

    @Test
    void I_18_a_rule_is_no_rule_for_another_session_of_the_name() throws Exception {
        allow("Allow for this session");
        fixture.store.delete(QuestionFixture.WORK);
        fixture.store.create(QuestionFixture.WORK, "default");
        fixture.prompt(PROMPT);

        assertThat(fixture.question().text()).contains("touch made.txt");
    }
}
