package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.BOB;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to questions that nobody answers at once, or that somebody answers too often, too late or without being asked. */
class WaitingTest {

    private static final String PROMPT = "tool Bash touch made.txt ;; say ready";

    @TempDir
    Path folder;

    @Test
    void EXP_01_a_question_is_brought_back_to_mind_once_and_silently() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Turn turn = fixture.prompt(PROMPT);
            SentMessage question = fixture.question();
            fixture.time.pass(Duration.ofMinutes(29));
            assertThat(fixture.telegram.messages(ANN)).hasSize(1);
            fixture.time.pass(Duration.ofMinutes(1));

            assertThat(fixture.said("30 min").silent()).isTrue();
            fixture.time.pass(Duration.ofHours(11));
            fixture.press(question, "Allow");
            assertThat(answer(turn)).isEqualTo("ready");
            assertThat(fixture.telegram.messages(ANN))
                    .as("one question, one reminder")
                    .hasSize(2);
            assertThat(fixture.rung()).isEqualTo(1);
            assertThat(fixture.time.waiting()).as("timers that are left").isZero();
        }
    }

    @Test
    void EXP_01_after_12_hours_it_is_denied_and_told_and_the_session_may_suspend() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Turn turn = fixture.prompt(PROMPT);
            SentMessage question = fixture.question();
            fixture.time.pass(Duration.ofHours(12).minusSeconds(1));
            assertThat(fixture.claude().status()).isEqualTo(Status.WAITING_FOR_PERMISSION);
            fixture.time.pass(Duration.ofSeconds(1));

            assertThat(answer(turn)).isEqualTo("ready");
            assertThat(fixture.work().resolve("made.txt")).doesNotExist();
            assertThat(fixture.closed(question).text()).endsWith("Nobody answered within 12 h, so I said no.");
            SentMessage told = fixture.telegram.awaitMessage(
                    ANN, LIMIT, message -> message.text().startsWith("Nobody answered"));
            assertThat(told.silent()).isTrue();
            await("nothing keeps it from being suspended")
                    .atMost(LIMIT)
                    .until(() -> fixture.claude().status() == Status.IDLE);
            assertThat(fixture.audited(1).get(0).path("decision").asText()).isEqualTo("expired");
            assertThat(fixture.audited(1).get(0).path("user").asLong()).isZero();
        }
    }

    @Test
    void a_turn_that_is_stopped_takes_its_question_along() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Turn turn = fixture.prompt(PROMPT);
            SentMessage question = fixture.question();
            String data = question.button("Allow").map(Button::value).orElseThrow();
            fixture.claude().interrupt().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            assertThat(turn.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS).outcome())
                    .isEqualTo(Outcome.INTERRUPTED);
            assertThat(fixture.closed(question).text()).endsWith("Claude does not wait for an answer any more.");
            fixture.ann.pressesForgotten(question.messageId(), data);
            awaitCallbacks(fixture, 1);
            assertThat(fixture.telegram.callbackAnswers().get(0).text()).contains("closed");
            assertThat(fixture.work().resolve("made.txt")).doesNotExist();
            assertThat(fixture.time.waiting()).isZero();
        }
    }

    @Test
    void I_16_a_button_pressed_twice_counts_once() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Turn turn = fixture.prompt("tool Bash echo x >> made.txt ;; say ready");
            SentMessage question = fixture.question();
            String data = question.button("Allow").map(Button::value).orElseThrow();
            fixture.ann.pressesForgotten(question.messageId(), data);
            fixture.ann.pressesForgotten(question.messageId(), data);

            assertThat(answer(turn)).isEqualTo("ready");
            awaitCallbacks(fixture, 2);
            assertThat(fixture.work().resolve("made.txt")).hasContent("x");
            assertThat(fixture.audited(1)).hasSize(1);
        }
    }

    @Test
    void I_16_neither_a_stranger_nor_somebody_who_is_not_asked_can_answer() throws Exception {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            Turn turn = fixture.prompt(PROMPT);
            SentMessage question = fixture.question();
            String data = question.button("Allow").map(Button::value).orElseThrow();
            FakeUser eve = fixture.telegram.user(666, "Eve");
            FakeUser bob = fixture.telegram.user(BOB, "Bob");
            eve.sends("/start");
            bob.sends("/start");
            eve.pressesForgotten(question.messageId(), data);
            bob.pressesForgotten(question.messageId(), data);

            awaitCallbacks(fixture, 1);
            assertThat(fixture.telegram.callbackAnswers())
                    .singleElement()
                    .satisfies(told -> assertThat(told.text()).contains("else"));
            assertThat(fixture.claude().status()).isEqualTo(Status.WAITING_FOR_PERMISSION);
            fixture.press(question, "Deny");
            assertThat(answer(turn)).isEqualTo("ready");
        }
    }

    @Test
    void a_restart_explains_the_questions_that_died_and_their_buttons_do_nothing() throws Exception {
        QuestionFixture first = new QuestionFixture(folder);
        first.prompt(PROMPT);
        SentMessage question = first.question();
        String data = question.button("Allow").map(Button::value).orElseThrow();
        first.stopAsKilled();
        FakeTelegram telegram = first.telegram;
        try (QuestionFixture next = new QuestionFixture(folder, telegram, QuestionSettings.DEFAULT)) {
            assertThat(next.closed(question).text()).contains("The bot was restarted");
            next.ann.pressesForgotten(question.messageId(), data);
            awaitCallbacks(next, 1);
            assertThat(telegram.callbackAnswers().get(0).text()).contains("closed");
            Turn turn = next.prompt(PROMPT);
            next.press(next.question(), "Allow");
            assertThat(answer(turn)).isEqualTo("ready");
        }
    }

    @Test
    void a_bot_that_stops_says_so_below_its_questions() {
        try (QuestionFixture fixture = new QuestionFixture(folder)) {
            fixture.prompt(PROMPT);
            SentMessage question = fixture.question();
            fixture.stop();

            assertThat(fixture.closed(question).text()).contains("The bot was stopped");
            assertThat(fixture.telegram.messages(ANN)).hasSize(1);
        }
    }

    private static void awaitCallbacks(QuestionFixture fixture, int count) {
        fixture.telegram.await(
                "answers to presses",
                LIMIT,
                () -> fixture.telegram.callbackAnswers().size() >= count);
    }
}
