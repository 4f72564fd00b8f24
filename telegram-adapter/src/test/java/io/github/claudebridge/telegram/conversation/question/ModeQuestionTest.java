package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.session.PermissionMode;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Question;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeQuestionTest {

    @TempDir
    Path folder;

    private static Optional<ModeQuestion.Answer> chosen(String choice) {
        return ModeQuestion.read(choice);
    }

    @Test
    void every_choice_means_its_mode_for_that_session() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Question question = ModeQuestion.of(WORK, fixture.modes, ANN);
            assertThat(question.silent()).isTrue();
            assertThat(question.askedOf()).containsExactly(ANN);
            assertThat(question.markdown()).contains("work", "ask before every change");
            assertThat(question.choices().stream().map(Choice::id).map(ModeQuestionTest::chosen))
                    .containsExactly(
                            Optional.of(new ModeQuestion.Answer(WORK, PermissionMode.PLAN)),
                            Optional.of(new ModeQuestion.Answer(WORK, PermissionMode.ASK)),
                            Optional.of(new ModeQuestion.Answer(WORK, PermissionMode.ACCEPT_EDITS)));
        }
    }

    @Test
    void other_choices_mean_nothing() {
        assertThat(chosen("everything work")).isEmpty();
        assertThat(chosen("ask ../etc")).isEmpty();
        assertThat(chosen("ask")).isEmpty();
    }
}
