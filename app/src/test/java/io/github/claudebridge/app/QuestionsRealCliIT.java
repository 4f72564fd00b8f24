package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.testing.RealClaude;
import io.github.claudebridge.process.testing.junit.RealCli;
import io.github.claudebridge.telegram.testing.Button;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real CLI asks, answered in the chat. */
@RealCli
class QuestionsRealCliIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private FakeTelegram telegram;
    private FakeUser ann;
    private RealClaude claude;
    private BotHome home;
    private BotProcess bot;

    @BeforeEach
    void start() throws Exception {
        telegram = FakeTelegram.builder().strict().start();
        ann = telegram.user(BotHome.ANN, "Ann");
        claude = RealClaude.in(folder.resolve("claude"));
        home = BotHome.configure(home(), telegram, List.of(claude.executable().toString()), claude.environment());
        bot = home.run();
    }

    @AfterEach
    void end() {
        bot.close();
        claude.close();
        assertThat(telegram.lint()).isEmpty();
        telegram.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path work() {
        return home().resolve("sessions/default");
    }

    private SentMessage question(String words) {
        return telegram.awaitMessage(
                BotHome.ANN,
                LIMIT,
                message -> !message.buttons().isEmpty() && message.text().contains(words));
    }

    private void press(SentMessage question, String label) {
        ann.presses(
                question.messageId(),
                question.buttons().stream()
                        .flatMap(List::stream)
                        .map(Button::text)
                        .filter(text -> text.startsWith(label))
                        .findFirst()
                        .orElseThrow());
    }

    private void answered(String text) {
        telegram.awaitMessage(
                BotHome.ANN, LIMIT, message -> message.text().lines().anyMatch(text::equals));
    }

    private List<JsonNode> audited(int lines) throws IOException {
        Path file = home().resolve("state/audit.jsonl");
        await("the audit log")
                .atMost(LIMIT)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() >= lines);
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            entries.add(new ObjectMapper().readTree(line));
        }
        return entries;
    }

    @Test
    void a_command_is_allowed_another_denied_and_a_third_denied_with_a_reason() throws Exception {
        ann.sends("tool Bash touch one ;; tool Bash touch two ;; tool Bash touch three ;; say the end");
        SentMessage first = question("touch one");
        assertThat(first.silent()).isFalse();
        press(first, "Allow");
        press(question("touch two"), "Deny");
        SentMessage third = question("touch three");
        press(third, "Deny, with");
        telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("Write the reason"));
        ann.sends("not in this folder");

        answered("the end");
        assertThat(work().resolve("one")).exists();
        assertThat(work().resolve("two")).doesNotExist();
        assertThat(work().resolve("three")).doesNotExist();
        assertThat(audited(3))
                .extracting(line -> line.path("decision").asText())
                .containsExactly("allow", "deny", "deny");
    }

    @Test
    void what_is_allowed_for_the_session_is_not_asked_again() throws Exception {
        ann.sends("tool Bash touch one ;; tool Bash touch one ;; tool Bash touch two ;; say the end");
        press(question("touch one"), "Allow for this session: Bash(");
        press(question("touch two"), "Deny");

        answered("the end");
        assertThat(audited(2))
                .extracting(line -> line.path("decision").asText())
                .containsExactly("allow", "deny");
        assertThat(work().resolve(".claude/settings.local.json"))
                .as("nothing is written down")
                .doesNotExist();
    }

    @Test
    void one_suggested_rule_is_given_alone_and_kept() throws Exception {
        ann.sends("tool Bash touch one ;; say the end");
        press(question("touch one"), "Always allow here: Bash(");

        answered("the end");
        assertThat(work().resolve(".claude/settings.local.json")).content().contains("Bash(touch one");
        ann.sends("tool Write " + work().resolve("notes.txt") + " hello ;; say the next end");
        press(question("hello"), "Deny");
        answered("the next end");
        assertThat(work().resolve("notes.txt")).as("edits are still asked for").doesNotExist();
    }

    @Test
    void edits_are_accepted_from_now_on() throws Exception {
        String notes = work().resolve("notes.txt").toString();
        ann.sends(
                "tool Write " + notes + " hello ;; tool Write " + work().resolve("more.txt") + " more ;; say the end");
        press(question("hello"), "Accept all edits");

        answered("the end");
        assertThat(work().resolve("more.txt")).hasContent("more");
        assertThat(audited(2).get(1).path("subject").asText()).isEqualTo("ask to accept_edits");
    }

    @Test
    void a_question_is_answered_with_a_button_and_another_in_writing() throws Exception {
        ann.sends("ask Which colour?|Red|Blue ;; ask Which size?|Small|Large ;; say the end");
        press(question("Which colour?"), "Blue");
        question("Which size?");
        ann.sends("something in between");

        answered("the end");
        assertThat(audited(2).get(0).path("detail").asText()).contains("\"Which colour?\":\"Blue\"");
        assertThat(audited(2).get(1).path("detail").asText()).contains("\"Which size?\":\"something in between\"");
    }

    @Test
    void a_plan_is_refused_with_feedback_and_then_approved_with_its_edits() throws Exception {
        ann.sends("/mode plan");
        telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("is set to plan"));
        String notes = work().resolve("notes.txt").toString();
        ann.sends("plan first ;; plan second ;; tool Write " + notes + " planned ;; say the end");
        SentMessage first = question("planning");
        press(first, "Keep planning");
        telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().contains("what should be different"));
        ann.sends("smaller steps");
        SentMessage second = telegram.awaitMessage(
                BotHome.ANN,
                LIMIT,
                message -> !message.buttons().isEmpty() && message.messageId() != first.messageId());
        press(second, "Approve, and accept edits");

        answered("the end");
        assertThat(work().resolve("notes.txt")).as("without another question").hasContent("planned");
        assertThat(audited(4))
                .extracting(line ->
                        line.path("kind").asText() + " " + line.path("decision").asText())
                .containsExactly("mode plan", "plan deny", "plan allow", "mode accept_edits");
    }

    @Test
    void a_bot_that_is_stopped_explains_its_question_at_its_next_start_at_the_latest() throws Exception {
        ann.sends("tool Bash touch one ;; say the end");
        SentMessage question = question("touch one");
        bot.terminate();
        assertThat(bot.exitCode()).isEqualTo(143);
        bot = home.run();

        SentMessage closed = telegram.awaitMessage(
                BotHome.ANN,
                LIMIT,
                message -> message.messageId() == question.messageId()
                        && message.buttons().isEmpty());
        assertThat(closed.text()).contains("The bot was stopped");
        assertThat(work().resolve("one")).doesNotExist();
    }
}
