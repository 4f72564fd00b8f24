package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.ANN;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.permission.Permission;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I-12: what was written as an answer is no prompt after a kill. */
class DeadQuestionsTest {

    private static final DeliveryKey KEY = new DeliveryKey("update/1");
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(-3);
    private static final Duration AFTER_THE_START = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private QuestionFixture first;

    @BeforeEach
    void open() {
        first = new QuestionFixture(folder);
    }

    @AfterEach
    void close() {
        first.telegram.close();
    }

    private void ask(String tool, String input) {
        CompletableFuture<Permission> unused =
                first.questions.ask(WORK, Requests.of(tool, input, new CompletableFuture<>()));
        first.question();
    }

    private void askWhich() {
        ask("AskUserQuestion", "{\"questions\":[{\"question\":\"Which?\",\"options\":[{\"label\":\"A\"}]}]}");
    }

    private QuestionFixture restarted() {
        first.stopAsKilled();
        return new QuestionFixture(folder, first.telegram, QuestionSettings.DEFAULT);
    }

    private static boolean takes(QuestionFixture fixture, Duration when) {
        UserMessage message = new UserMessage(
                new ChatId(ANN),
                "B",
                List.of(),
                ANN,
                99,
                Optional.empty(),
                Optional.empty(),
                fixture.time.instant().plus(when));
        return fixture.questions.take(message, KEY).isPresent();
    }

    @Test
    void I_12_an_answer_that_the_killed_bot_had_taken_is_no_prompt_when_it_comes_again() {
        askWhich();
        assertThat(takes(first, AFTER_THE_START)).isTrue();
        try (QuestionFixture next = restarted()) {
            assertThat(takes(next, AFTER_THE_START)).isTrue();
            next.said("That came too late");
        }
    }

    @Test
    void I_12_an_answer_that_the_killed_bot_had_not_seen_is_no_prompt() {
        askWhich();
        try (QuestionFixture next = restarted()) {
            assertThat(takes(next, BEFORE_THE_KILL)).isTrue();
            next.said("That came too late");
        }
    }

    @Test
    void a_reason_that_the_killed_bot_had_asked_for_is_no_prompt() {
        ask("Bash", "{\"command\":\"rm -r build\"}");
        first.press(first.question(), "Deny, with");
        first.said("Write the reason");
        try (QuestionFixture next = restarted()) {
            assertThat(takes(next, BEFORE_THE_KILL)).isTrue();
        }
    }

    @Test
    void what_is_written_after_the_start_is_a_prompt() {
        askWhich();
        try (QuestionFixture next = restarted()) {
            assertThat(takes(next, AFTER_THE_START)).isFalse();
        }
    }

    @Test
    void what_was_written_while_a_permission_was_asked_for_is_a_prompt() {
        ask("Bash", "{\"command\":\"rm -r build\"}");
        try (QuestionFixture next = restarted()) {
            assertThat(takes(next, BEFORE_THE_KILL)).isFalse();
        }
    }
}
