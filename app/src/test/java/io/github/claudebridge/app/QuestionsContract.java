package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Claude asks, answered in the chat. */
abstract class QuestionsContract extends BotContract {

    final Path work() {
        return work("default");
    }

    final void answered(String text) {
        SentMessage unused = said(message -> message.text().lines().anyMatch(text::equals));
    }

    /** Waits for so many decisions in the audit log; what people wrote is in it too. */
    private List<JsonNode> audited(int decisions) throws IOException {
        await("the audit log").atMost(LIMIT).until(() -> decisions().size() >= decisions);
        return decisions();
    }

    private List<JsonNode> decisions() throws IOException {
        Path file = home.folder().resolve("state/audit.jsonl");
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            if (!entry.path("decision").asText().equals("given")) {
                entries.add(entry);
            }
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
        heard("Write the reason");
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
    void several_answers_are_marked_and_sent_together() throws Exception {
        ann.sends(
                "tool AskUserQuestion {\"questions\":[{\"question\":\"Which toppings?\",\"header\":\"Pizza\",\"multiSelect\":true,"
                        + "\"options\":[{\"label\":\"Cheese\",\"description\":\"a lot\"},{\"label\":\"Basil\",\"description\":\"fresh\"},"
                        + "{\"label\":\"Ham\",\"description\":\"cooked\"}]}]} ;; say the end");
        SentMessage question = question("Which toppings?");
        press(question, "☐ Cheese");
        press(question, "☐ Ham");
        said(message -> message.button("☑ Cheese").isPresent()
                && message.button("☑ Ham").isPresent());
        press(question, "Done");

        answered("the end");
        assertThat(audited(1).get(0).path("detail").asText()).contains("\"Which toppings?\":\"Cheese, Ham\"");
    }

    @Test
    void a_plan_is_refused_with_feedback_and_then_approved_with_its_edits() throws Exception {
        ann.sends("/mode plan");
        heard("is set to plan");
        String notes = work().resolve("notes.txt").toString();
        ann.sends("plan first ;; plan second ;; tool Write " + notes + " planned ;; say the end");
        SentMessage first = question("first");
        press(first, "Keep planning");
        heard("what should be different");
        ann.sends("smaller steps");
        SentMessage second = question("second");
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

        SentMessage closed = said(message ->
                message.messageId() == question.messageId() && message.buttons().isEmpty());
        assertThat(closed.text()).contains("The bot was stopped");
        assertThat(work().resolve("one")).doesNotExist();
    }
}
