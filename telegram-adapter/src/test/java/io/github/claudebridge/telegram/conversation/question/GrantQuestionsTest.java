package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.BOB;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** I-18: what is written into a session's folder widens no right before its owner said so. */
class GrantQuestionsTest extends QuestionTest {

    private void edit(String field, String value) throws IOException {
        Path file = fixture.work().resolve("metadata.json");
        String json = Files.readString(file);
        String edited = json.replaceFirst("\"" + field + "\" : [^,\\n]*", "\"" + field + "\" : \"" + value + "\"");
        assertThat(edited).as("the edit took place").isNotEqualTo(json);
        Files.writeString(file, edited);
        fixture.questions.spokenTo(WORK);
    }

    private PermissionMode granted() {
        return fixture.store.grants().of(WORK).permissionMode();
    }

    @Test
    void I_18_a_wider_mode_counts_only_after_a_yes() throws Exception {
        edit("permission_mode", "accept_edits");
        SentMessage question = fixture.question("Shall this count?");
        assertThat(question.text()).contains("the mode accept_edits");
        assertThat(question.silent()).isFalse();
        assertThat(granted()).isEqualTo(PermissionMode.ASK);
        fixture.press(question, "Yes");

        fixture.said("work is set to accept edits");
        assertThat(granted()).isEqualTo(PermissionMode.ACCEPT_EDITS);
        assertThat(fixture.audited(1).get(0).path("kind").asText()).isEqualTo("grant");
    }

    @Test
    void I_18_after_a_no_the_file_says_again_what_is_granted() throws Exception {
        edit("permission_mode", "bypass");
        fixture.press(fixture.question("Shall this count?"), "No");

        fixture.said("Everything stays as it was");
        assertThat(fixture.store.grants().request(WORK)).isEmpty();
        assertThat(granted()).isEqualTo(PermissionMode.ASK);
    }

    @Test
    void I_18_a_bypass_that_is_not_configured_is_not_to_be_had_by_an_edit() throws Exception {
        edit("permission_mode", "bypass");
        fixture.press(fixture.question("Shall this count?"), "Yes");

        fixture.said("The bypass is switched off");
        assertThat(granted()).isEqualTo(PermissionMode.ASK);
    }

    @Test
    void a_narrower_mode_counts_at_once_and_one_is_told() throws Exception {
        edit("permission_mode", "plan");

        fixture.said("work is set to plan");
        assertThat(granted()).isEqualTo(PermissionMode.PLAN);
    }

    @Test
    void a_mode_that_does_not_exist_is_told_and_put_back() throws Exception {
        edit("permission_mode", "everything");

        fixture.said("There is no mode “everything”");
        assertThat(fixture.store.grants().request(WORK)).isEmpty();
    }

    @Test
    void I_18_another_directory_counts_only_after_a_yes_and_only_where_directories_are_allowed() throws Exception {
        edit("directory", "/");
        SentMessage question = fixture.question("work in the directory /");
        fixture.press(question, "Yes");

        fixture.telegram.awaitMessage(
                ANN,
                LIMIT,
                message -> message.messageId() != question.messageId()
                        && message.text().contains("/"));
        assertThat(fixture.store.grants().of(WORK).directory()).isEmpty();
    }

    @Test
    void I_18_the_answer_counts_for_what_was_asked_and_not_for_a_later_edit() throws Exception {
        edit("permission_mode", "accept_edits");
        SentMessage question = fixture.question("accept_edits");
        Path file = fixture.work().resolve("metadata.json");
        Files.writeString(file, Files.readString(file).replace("\"accept_edits\"", "\"auto\""));
        fixture.press(question, "Yes");

        fixture.said("something else by now");
        assertThat(granted()).isEqualTo(PermissionMode.ASK);
    }

    @Test
    void the_same_edit_is_asked_about_once_and_one_that_was_taken_back_no_more() throws Exception {
        edit("permission_mode", "accept_edits");
        SentMessage question = fixture.question("accept_edits");
        fixture.questions.spokenTo(WORK);
        assertThat(fixture.telegram.messages(ANN)).hasSize(1);
        edit("permission_mode", "ask");

        assertThat(fixture.closed(question).text()).contains("something else by now");
    }

    @Test
    void I_18_the_owner_is_asked_also_where_somebody_else_talks_to_the_session() throws Exception {
        fixture.store.grants().change(WORK, grants -> grants.withOwner(OptionalLong.of(ANN)));
        fixture.audience = Optional.of(new Audience(new ChatId(BOB), BOB));
        edit("permission_mode", "accept_edits");

        assertThat(fixture.question("accept_edits").chatId()).isEqualTo(ANN);
        assertThat(fixture.telegram.messages(BOB)).isEmpty();
    }
}
