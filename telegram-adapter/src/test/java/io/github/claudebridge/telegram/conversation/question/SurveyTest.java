package io.github.claudebridge.telegram.conversation.question;

import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.answer;
import static io.github.claudebridge.telegram.conversation.question.QuestionFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.telegram.testing.SentMessage;
import org.junit.jupiter.api.Test;

/** Questions of Claude with choices. */
class SurveyTest extends QuestionTest {

    private static final String SEVERAL = """
            tool AskUserQuestion {"questions":[
            {"question":"Which colours?","header":"Colours","multiSelect":true,"options":[
            {"label":"Red","description":"like fire"},{"label":"Blue","description":"like *water*","preview":"a { color: blue }"}]},
            {"question":"How many?","header":"Number","options":[{"label":"One"},{"label":"Two"}]}]} ;; say ready""".replace("\n", "");

    /** What Claude was told, by the audit log. */
    private JsonNode answers() throws Exception {
        String input = fixture.audited(1).get(0).path("detail").asText();
        return new ObjectMapper().readTree(input).path("answers");
    }

    @Test
    void one_of_several_options_is_chosen_with_a_button() throws Exception {
        Turn turn = fixture.prompt("ask Which colour?|Red|Blue ;; say ready");
        SentMessage question = fixture.question();
        assertThat(question.text()).startsWith("work asks:").contains("Which colour?", "Red – Choose Red");
        assertThat(labels(question)).containsExactly("Red", "Blue", "Don't answer");
        assertThat(question.silent()).isFalse();
        fixture.press(question, "Blue");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colour?").asText()).isEqualTo("Blue");
        assertThat(fixture.closed(question).text()).endsWith("✓ Blue");
        assertThat(fixture.rung()).isEqualTo(1);
    }

    @Test
    void the_next_message_is_an_answer_of_ones_own() throws Exception {
        Turn turn = fixture.prompt("ask Which colour?|Red|Blue ;; say ready");
        SentMessage question = fixture.question();
        fixture.ann.sends("something *green*");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colour?").asText()).isEqualTo("something *green*");
        assertThat(fixture.closed(question).text()).endsWith("✎ something *green*");
        assertThat(fixture.prompts).containsExactly("/start");
    }

    @Test
    void a_reply_to_something_else_is_no_answer() throws Exception {
        long other = fixture.ann.sends("earlier");
        await().atMost(QuestionFixture.LIMIT).until(() -> fixture.prompts.contains("earlier"));
        Turn turn = fixture.prompt("ask Which colour?|Red|Blue ;; say ready");
        SentMessage question = fixture.question();
        fixture.ann.replies(other, "about the earlier one");
        fixture.ann.replies(question.messageId(), "Green");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colour?").asText()).isEqualTo("Green");
        assertThat(fixture.prompts).containsExactly("/start", "earlier", "about the earlier one");
    }

    @Test
    void several_options_are_marked_one_by_one_and_several_questions_come_one_after_the_other() throws Exception {
        Turn turn = fixture.prompt(SEVERAL);
        SentMessage colours = fixture.question("Which colours?");
        assertThat(colours.text())
                .startsWith("work asks (1 of 2):")
                .contains("Blue – like *water*", "a { color: blue }")
                .doesNotContain("How many?");
        assertThat(labels(colours)).containsExactly("☐ Red", "☐ Blue", "Done", "Don't answer");
        fixture.press(colours, "☐ Red");
        SentMessage one = marked("☑ Red");
        fixture.press(one, "☐ Blue");
        SentMessage both = marked("☑ Blue");
        fixture.press(both, "☑ Red");
        fixture.press(marked("☐ Red"), "Done");
        SentMessage number = fixture.question("How many?");
        assertThat(number.text()).startsWith("work asks (2 of 2):");
        fixture.press(number, "Two");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colours?").asText()).isEqualTo("Blue");
        assertThat(answers().path("How many?").asText()).isEqualTo("Two");
        assertThat(fixture.rung()).as("each question once").isEqualTo(2);
    }

    private SentMessage marked(String label) {
        return fixture.telegram.awaitMessage(
                QuestionFixture.ANN,
                QuestionFixture.LIMIT,
                message -> message.button(label).isPresent());
    }

    @Test
    void what_is_written_goes_with_what_is_marked() throws Exception {
        Turn turn = fixture.prompt(SEVERAL);
        SentMessage colours = fixture.question("Which colours?");
        fixture.press(colours, "☐ Red");
        marked("☑ Red");
        fixture.ann.sends("and a little green");
        fixture.press(fixture.question("How many?"), "One");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colours?").asText()).isEqualTo("Red, and a little green");
    }

    @Test
    void nothing_marked_is_an_answer_too() throws Exception {
        Turn turn = fixture.prompt(SEVERAL);
        fixture.press(fixture.question("Which colours?"), "Done");
        fixture.press(fixture.question("How many?"), "One");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(answers().path("Which colours?").asText()).isEqualTo("None of these");
    }

    @Test
    void nobody_has_to_answer() throws Exception {
        Turn turn = fixture.prompt(SEVERAL);
        fixture.press(fixture.question("Which colours?"), "Don't answer");

        assertThat(answer(turn)).isEqualTo("ready");
        assertThat(fixture.audited(1).get(0).path("decision").asText()).isEqualTo("deny");
    }
}
