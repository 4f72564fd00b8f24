package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.BOB;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.LIMIT;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.telegram.conversation.Audience;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers that cross with each other, or with Claude taking its request back. */
class CrossingTest extends QuestionTest {

    private static final ChatId CHAT = new ChatId(ANN);
    private static final String COMMAND = "{\"command\":\"rm -r build\"}";
    private static final String CHOICES = """
            {"questions":[{"question":"Which?","options":[{"label":"A"},{"label":"B"}]}]}""";

    private final CompletableFuture<Void> withdrawn = new CompletableFuture<>();

    private CompletableFuture<Permission> ask(String tool, String input) {
        return fixture.questions.ask(WORK, Requests.of(tool, input, withdrawn));
    }

    private boolean takes(String text, long userId, Duration later) {
        return takes(text, userId, later, Optional.empty());
    }

    private boolean takes(String text, long userId, Duration later, Optional<String> forwardedFrom) {
        Instant sentAt = fixture.time.instant().plus(later);
        UserMessage message =
                new UserMessage(CHAT, text, List.of(), userId, 99, Optional.empty(), forwardedFrom, sentAt);
        return fixture.questions.take(message, DeliveryKey.random()).isPresent();
    }

    @Test
    void an_answer_that_claude_did_not_take_any_more_is_told_to_be_late() throws Exception {
        CompletableFuture<Permission> decision = ask("Bash", COMMAND);
        fixture.press(fixture.question(), "Allow");
        decision.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        withdrawn.complete(null);

        assertThat(fixture.said("That came too late").silent()).isTrue();
    }

    @Test
    void a_press_that_was_on_its_way_when_claude_stopped_waiting_is_told_to_be_late() throws Exception {
        CompletableFuture<Permission> decision = ask("Bash", COMMAND);
        DeliveryKey key = fixture.openKey();
        SentMessage question = fixture.question();
        withdrawn.complete(null);
        assertThat(fixture.closed(question).text()).endsWith("any more.");
        CompletableFuture<Handled> handled = fixture.questions.chosen(new Chosen(CHAT, key, "allow", ANN));

        assertThat(handled.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Handled.FAILED);
        assertThat(fixture.said("That came too late")).isNotNull();
        assertThat(decision).isNotDone();
    }

    @Test
    void a_request_that_was_taken_back_before_it_was_asked_is_closed_at_once() {
        withdrawn.complete(null);
        CompletableFuture<Permission> decision = ask("Bash", COMMAND);

        fixture.said("Claude does not wait");
        assertThat(decision).isNotDone();
        assertThat(fixture.time.waiting()).isZero();
    }

    @Test
    void of_a_press_and_a_text_the_first_counts() throws Exception {
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        fixture.press(fixture.question(), "A");

        assertThat(decision.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Permission.Allow.class);
        assertThat(takes("B", ANN, Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void what_was_written_before_the_question_is_no_answer_to_it() {
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        assertThat(takes("something for later", ANN, Duration.ofSeconds(-3))).isFalse();
        assertThat(decision).isNotDone();
        assertThat(takes("B", ANN, Duration.ofSeconds(3))).isTrue();
        assertThat(decision).isCompleted();
    }

    @Test
    void what_somebody_else_writes_is_no_answer() {
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        assertThat(takes("B", BOB, Duration.ofSeconds(3))).isFalse();
        assertThat(decision).isNotDone();
    }

    @Test
    void after_a_switch_what_is_written_is_for_the_other_session() {
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        fixture.front = false;
        assertThat(takes("for the other one", ANN, Duration.ofSeconds(3))).isFalse();
        assertThat(decision).isNotDone();
    }

    @Test
    void what_somebody_else_wrote_and_is_passed_on_is_no_answer() {
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        assertThat(takes("B", ANN, Duration.ofSeconds(3), Optional.of("Eve"))).isFalse();
        assertThat(decision).isNotDone();
    }

    @Test
    void of_two_questions_the_younger_one_gets_the_next_message() throws Exception {
        CompletableFuture<Permission> older = ask("AskUserQuestion", CHOICES);
        fixture.time.pass(Duration.ofSeconds(10));
        CompletableFuture<Permission> younger = ask("AskUserQuestion", CHOICES);

        assertThat(takes("B", ANN, Duration.ofSeconds(3))).isTrue();
        assertThat(younger).isCompleted();
        assertThat(older).isNotDone();
    }

    @Test
    void where_the_person_is_unknown_only_a_private_chat_can_answer() {
        fixture.audience = Optional.of(new Audience(CHAT, 0));
        CompletableFuture<Permission> decision = ask("AskUserQuestion", CHOICES);
        assertThat(takes("B", BOB, Duration.ofSeconds(3))).isFalse();
        assertThat(takes("B", ANN, Duration.ofSeconds(3))).isTrue();
        assertThat(decision).isCompleted();
    }

    @Test
    void where_nobody_can_be_asked_it_is_denied_at_once() {
        fixture.audience = Optional.empty();
        assertThat(ask("Bash", COMMAND).join()).isInstanceOf(Permission.Deny.class);
    }
}
