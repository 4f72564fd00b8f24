package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.Choice.Style;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.journal.StoredQuestion;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeGroup;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

    private static final ChatId CHAT = new ChatId(ANN);
    private static final DeliveryKey KEY = new DeliveryKey("permission/1");
    private static final Question QUESTION = new Question(
            "Run `rm -r build`?",
            List.of(new Choice("yes", "Allow", Style.SUCCESS), new Choice("no", "Deny", Style.DANGER)));

    @TempDir
    Path folder;

    @Test
    void a_question_shows_its_choices_and_rings() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            SentMessage message = question(fixture);
            assertThat(message.text()).isEqualTo("Run rm -r build?");
            assertThat(message.silent()).isFalse();
            assertThat(message.buttons()).hasSize(2);
            assertThat(message.button("Deny")).map(Button::style).contains("danger");
            assertThat(message.button("Allow").orElseThrow().value().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(64);
            assertThat(message.button("Allow").orElseThrow().value()).doesNotContain("yes", "permission");
        }
    }

    @Test
    void a_choice_reaches_the_handler_and_takes_the_buttons_away() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            press(fixture, "Allow");

            await().atMost(LIMIT).until(() -> !fixture.chosen.isEmpty());
            assertThat(fixture.chosen).containsExactly(new Chosen(CHAT, KEY, "yes", ANN));
            fixture.telegram.await(
                    "the closed question",
                    LIMIT,
                    () -> question(fixture).buttons().isEmpty());
            assertThat(question(fixture).text()).isEqualTo("Run rm -r build?\n\n✓ Allow");
            assertThat(question(fixture).entities()).hasSize(1);
            assertThat(fixture.telegram.callbackAnswers()).hasSize(1);
        }
    }

    @Test
    void I_16_a_button_works_once() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            press(fixture, "Allow");
            press(fixture, "Deny");
            press(fixture, "Allow");

            fixture.telegram.await(
                    "three answers",
                    LIMIT,
                    () -> fixture.telegram.callbackAnswers().size() == 3);
            await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
            assertThat(fixture.chosen).extracting(Chosen::choiceId).containsExactly("yes");
            // They are sent side by side, so they come in any order.
            assertThat(fixture.telegram.callbackAnswers())
                    .filteredOn(answer -> answer.text().contains("closed"))
                    .hasSize(2);
        }
    }

    @Test
    void I_16_a_button_works_for_whom_it_was_meant_and_strangers_get_silence() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(folder, Set.of(ANN, 8L))) {
            FakeGroup group = fixture.telegram.supergroup(-1001, "Team");
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            FakeUser bob = fixture.telegram.user(8, "Bob");
            FakeUser eve = fixture.telegram.user(666, "Eve");
            Question forBob = new Question(QUESTION.markdown(), QUESTION.choices(), Set.of(8L));
            done(fixture.gateway.chat().ask(new ChatId(group.id()), KEY, forBob));
            fixture.start((message, progress) -> CompletableFuture.completedFuture(Handled.DONE));
            long id = fixture.telegram.messages(group.id()).get(0).messageId();

            eve.in(group).presses(id, "Allow");
            ann.in(group).presses(id, "Allow");
            fixture.telegram.await(
                    "an answer for Ann",
                    LIMIT,
                    () -> fixture.telegram.callbackAnswers().size() == 1);
            assertThat(fixture.telegram.callbackAnswers().get(0).text()).contains("else");
            bob.in(group).presses(id, "Deny");

            await().atMost(LIMIT).until(() -> !fixture.chosen.isEmpty());
            assertThat(fixture.chosen).containsExactly(new Chosen(new ChatId(group.id()), KEY, "no", 8));
            fixture.telegram.awaitMessage(
                    group.id(), LIMIT, message -> message.text().endsWith("✓ Deny – Bob"));
            assertThat(fixture.telegram.callbackAnswers()).hasSize(2);
        }
    }

    @Test
    void a_button_that_was_made_up_is_refused_politely() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            FakeUser ann = fixture.telegram.user(ANN, "Ann");
            String token =
                    question(fixture).button("Allow").orElseThrow().value().replaceAll(":.*", "");
            for (String data : List.of("x", token + ":2", token + ":999999999", "AAAAAAAAAAAAAAAAAAAAAA:0")) {
                ann.pressesForgotten(question(fixture).messageId(), data);
            }
            fixture.telegram.await(
                    "all answers",
                    LIMIT,
                    () -> fixture.telegram.callbackAnswers().size() == 4);
            assertThat(fixture.chosen).isEmpty();
            press(fixture, "Allow");
            await().atMost(LIMIT).until(() -> !fixture.chosen.isEmpty());
        }
    }

    @Test
    void a_question_that_is_withdrawn_says_so_and_cannot_be_answered() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            String data = question(fixture).button("Allow").orElseThrow().value();
            assertThat(fixture.gateway.chat().withdraw(KEY, "Not needed any more"))
                    .isTrue();
            assertThat(fixture.gateway.chat().withdraw(KEY, "again")).isFalse();

            fixture.telegram.awaitMessage(ANN, LIMIT, message -> message.text().endsWith("\n\nNot needed any more"));
            assertThat(question(fixture).buttons()).isEmpty();
            fixture.telegram.user(ANN, "Ann").pressesForgotten(question(fixture).messageId(), data);
            fixture.telegram.await(
                    "an answer",
                    LIMIT,
                    () -> !fixture.telegram.callbackAnswers().isEmpty());
            assertThat(fixture.chosen).isEmpty();
        }
    }

    @Test
    void a_choice_that_stays_can_be_made_again_and_again_and_gets_another_label() {
        Choice red = Choice.staying("red", "Red");
        try (GatewayFixture fixture = asked(new Question("Which?", List.of(red, new Choice("done", "Done"))))) {
            pressNumber(fixture, 0);
            await().atMost(LIMIT).until(() -> fixture.chosen.size() == 1);
            List<Choice> marked = List.of(Choice.staying("red", "☑ Red"), new Choice("done", "Done"));
            assertThat(fixture.gateway.chat().relabel(KEY, marked)).isTrue();
            fixture.telegram.awaitMessage(
                    ANN, LIMIT, message -> message.button("☑ Red").isPresent());
            pressNumber(fixture, 0);
            pressNumber(fixture, 1);
            pressNumber(fixture, 0);

            await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
            assertThat(fixture.chosen).extracting(Chosen::choiceId).containsExactly("red", "red", "done");
            assertThat(fixture.gateway.chat().relabel(KEY, marked))
                    .as("closed by now")
                    .isFalse();
            fixture.telegram.awaitMessage(ANN, LIMIT, message -> message.text().endsWith("✓ Done"));
            assertThat(fixture.telegram.lint()).isEmpty();
        }
    }

    @Test
    void a_question_that_is_withdrawn_before_it_is_delivered_is_closed_all_the_same() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.user(ANN, "Ann").sends("/start");
            CompletableFuture<Void> asked = fixture.gateway.chat().ask(CHAT, KEY, QUESTION);
            fixture.gateway.chat().withdraw(KEY, "Not needed any more");
            done(asked);

            fixture.telegram.awaitMessage(
                    ANN,
                    LIMIT,
                    message -> message.text().endsWith("Not needed any more")
                            && message.buttons().isEmpty());
            assertThat(fixture.telegram.lint()).isEmpty();
        }
    }

    @Test
    void a_question_keeps_the_number_of_its_choices() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            assertThatThrownBy(() -> fixture.gateway.chat().relabel(KEY, List.of(new Choice("yes", "Yes"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_open_questions_can_be_found_by_the_beginning_of_their_keys() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            assertThat(fixture.journal.questions().open("permission/"))
                    .extracting(StoredQuestion::key)
                    .containsExactly(KEY.value());
            assertThat(fixture.journal.questions().open("permissions/")).isEmpty();
            fixture.gateway.chat().withdraw(KEY, "over");
            assertThat(fixture.journal.questions().open("permission/")).isEmpty();
        }
    }

    @Test
    void a_question_can_be_answered_after_a_restart() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            FakeTelegram telegram = fixture.telegram;
            fixture.stopWithoutTheServer();
            FakeUser ann = telegram.user(ANN, "Ann");
            ann.presses(question(fixture).messageId(), "Deny");
            try (GatewayFixture next = new GatewayFixture(folder, telegram)) {
                next.start((message, progress) -> CompletableFuture.completedFuture(Handled.DONE));
                await().atMost(LIMIT).until(() -> !next.chosen.isEmpty());
                assertThat(next.chosen).containsExactly(new Chosen(CHAT, KEY, "no", ANN));
                telegram.awaitMessage(ANN, LIMIT, message -> message.text().endsWith("✓ Deny"));
            }
        }
    }

    @Test
    void a_choice_that_was_noted_but_not_handled_comes_again_after_a_restart() {
        try (GatewayFixture fixture = asked(QUESTION)) {
            FakeTelegram telegram = fixture.telegram;
            fixture.handling = new CompletableFuture<>();
            press(fixture, "Allow");
            await().atMost(LIMIT).until(() -> !fixture.chosen.isEmpty());
            fixture.stopWithoutTheServer();
            try (GatewayFixture next = new GatewayFixture(folder, telegram)) {
                next.start((message, progress) -> CompletableFuture.completedFuture(Handled.DONE));
                await().atMost(LIMIT).until(() -> !next.chosen.isEmpty());
                assertThat(next.chosen).isEqualTo(fixture.chosen);
            }
        }
    }

    private GatewayFixture asked(Question question) {
        GatewayFixture fixture = new GatewayFixture(folder);
        fixture.telegram.user(ANN, "Ann").sends("/start");
        fixture.start((message, progress) -> CompletableFuture.completedFuture(Handled.DONE));
        done(fixture.gateway.chat().ask(CHAT, KEY, question));
        return fixture;
    }

    private static SentMessage question(GatewayFixture fixture) {
        return fixture.telegram.messages(ANN).get(0);
    }

    /** As a person does whose client still shows the buttons. */
    private static void press(GatewayFixture fixture, String label) {
        pressNumber(fixture, label.equals("Allow") ? 0 : 1);
    }

    private static void pressNumber(GatewayFixture fixture, int index) {
        SentMessage message = question(fixture);
        String token =
                fixture.journal.questions().ofKey(KEY.value()).orElseThrow().token();
        fixture.telegram.user(ANN, "Ann").pressesForgotten(message.messageId(), new ButtonData(token, index).text());
    }

    private static void done(CompletableFuture<Void> delivery) {
        delivery.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
