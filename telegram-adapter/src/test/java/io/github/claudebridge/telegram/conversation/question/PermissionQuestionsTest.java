package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionQuestionsTest extends QuestionTest {

    @Test
    void the_exact_command_is_shown_and_runs_when_it_is_allowed() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch made.txt ;; say ready");
        SentMessage question = fixture.question();

        assertThat(question.text()).startsWith("work wants to run a command").contains("touch made.txt");
        assertThat(question.entities())
                .as("as a block of its language")
                .anyMatch(entity -> entity.argument().equals("bash")
                        && question.covered(entity).equals("touch made.txt"));
        assertThat(question.silent()).isFalse();
        assertThat(labels(question))
                .startsWith("Allow", "Allow for this session: Bash(touch made.txt)")
                .endsWith("Deny", "Deny, with a reason…");
        assertThat(Files.exists(fixture.work().resolve("made.txt"))).isFalse();
        fixture.press(question, "Allow");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.work().resolve("made.txt")).exists();
        assertThat(fixture.closed(question).text()).endsWith("✓ Allow");
        assertThat(fixture.rung()).as("once").isEqualTo(1);
    }

    @Test
    void what_is_denied_does_not_happen_and_claude_goes_on() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch made.txt ;; say ready");
        fixture.press(fixture.question(), "Deny");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.work().resolve("made.txt")).doesNotExist();
    }

    @Test
    void the_next_message_is_the_reason_of_a_denial_and_is_no_prompt() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch made.txt ;; say ready");
        SentMessage question = fixture.question();
        fixture.press(question, "Deny, with");
        assertThat(fixture.said("Write the reason").silent()).isTrue();
        fixture.ann.sends("use the other folder");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.closed(question).text()).endsWith("✎ use the other folder");
        assertThat(fixture.prompts).containsExactly("/start");
        assertThat(fixture.audited(1)).singleElement().satisfies(line -> {
            assertThat(line.path("decision").asText()).isEqualTo("deny");
            assertThat(line.path("detail").asText()).contains("use the other folder");
        });
    }

    @Test
    void a_command_between_is_a_command_and_not_the_reason() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch made.txt ;; say ready");
        fixture.press(fixture.question(), "Deny, with");
        fixture.said("Write the reason");
        fixture.ann.sends("/sessions");
        await().atMost(LIMIT).until(() -> fixture.prompts.contains("/sessions"));
        fixture.ann.sends("no");

        assertThat(answer(turn)).isEqualTo("ready");
    }

    @Test
    void a_reply_to_the_question_is_the_reason_or_a_plain_yes() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch one ;; tool Bash touch two ;; say ready");
        fixture.ann.replies(fixture.question("touch one").messageId(), "not there, please");
        fixture.ann.replies(fixture.question("touch two").messageId(), "Yes.");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.work().resolve("one")).doesNotExist();
        assertThat(fixture.work().resolve("two")).exists();
        assertThat(fixture.prompts).containsExactly("/start");
    }

    @Test
    void a_message_that_is_no_reply_is_a_prompt_while_a_permission_is_asked_for() {
        fixture.prompt("tool Bash touch one ;; say ready");
        fixture.question();
        fixture.ann.sends("and then the tests");

        await().atMost(LIMIT).until(() -> fixture.prompts.contains("and then the tests"));
        assertThat(fixture.question().text()).contains("touch one");
    }

    @Test
    void each_suggested_rule_is_a_button_of_its_own_and_given_alone() throws Exception {
        Turn turn = fixture.prompt("tool Write notes.txt hello ;; say ready");
        SentMessage question = fixture.question();
        assertThat(question.text()).contains("wants to write notes.txt", "hello");
        assertThat(labels(question))
                .containsExactly("Allow", "Accept all edits from now on", "Deny", "Deny, with a reason…");
        fixture.press(question, "Accept all edits");

        assertThat(answer(turn)).isEqualTo("ready");
        JsonNode permission = fixture.audited(2).get(0);
        assertThat(permission.path("detail").asText()).contains("acceptEdits").doesNotContain("addRules");
        assertThat(fixture.store.grants().of(QuestionFixture.WORK).permissionMode())
                .as("kept for the next start")
                .isEqualTo(PermissionMode.ACCEPT_EDITS);
    }

    @Test
    void a_long_command_is_shown_in_part_and_sent_as_a_file() throws Exception {
        String content = "line\\n".repeat(30) + "x".repeat(4_000);
        fixture.prompt("tool Write {\"file_path\":\"notes.md\",\"content\":\"" + content + "\"} ;; say ready");
        SentMessage question = fixture.question();
        SentMessage file = fixture.telegram.awaitMessage(
                QuestionFixture.ANN, LIMIT, message -> message.file().isPresent());

        assertThat(question.text()).contains("All of it is in the file").hasSizeLessThan(4_000);
        assertThat(file.silent()).isTrue();
        assertThat(file.file().orElseThrow().name()).isEqualTo("notes.md");
        assertThat(new String(fixture.telegram.file(file.file().orElseThrow().fileId()), StandardCharsets.UTF_8))
                .isEqualTo(content.replace("\\n", "\n"));
    }

    @Test
    void I_17_a_secret_leaves_neither_in_the_question_nor_in_the_file() {
        String command = "touch " + "x".repeat(2_390) + QuestionFixture.SECRET + "x".repeat(100);
        fixture.prompt("tool Bash " + command + " ;; say ready");
        SentMessage question = fixture.question();
        SentMessage file = fixture.telegram.awaitMessage(
                QuestionFixture.ANN, LIMIT, message -> message.file().isPresent());

        assertThat(question.text()).doesNotContain(QuestionFixture.SECRET.substring(0, 5));
        assertThat(new String(fixture.telegram.file(file.file().orElseThrow().fileId()), StandardCharsets.UTF_8))
                .startsWith("touch xxx")
                .doesNotContain(QuestionFixture.SECRET);
    }

    @Test
    void EXP_10_what_was_allowed_and_denied_by_whom_is_on_record() throws Exception {
        Turn turn = fixture.prompt("tool Bash touch one ;; tool Bash touch two ;; say ready");
        fixture.press(fixture.question("touch one"), "Allow");
        fixture.press(fixture.question("touch two"), "Deny");
        answer(turn);

        List<JsonNode> lines = fixture.audited(2);
        assertThat(lines).extracting(line -> line.path("decision").asText()).containsExactly("allow", "deny");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("user").asLong()).isEqualTo(QuestionFixture.ANN);
            assertThat(line.path("session").asText()).isEqualTo("work");
        });
        assertThat(lines.get(0).path("subject").asText()).contains("touch one");
    }
}
