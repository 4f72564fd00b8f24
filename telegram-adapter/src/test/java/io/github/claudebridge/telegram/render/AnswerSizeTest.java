package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AnswerSizeTest {

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @Test
    void a_short_answer_is_shown_whole() {
        Rendering rendering = renderer.render("**short**", AnswerSize.ONE_SCREEN);
        assertThat(rendering.messages()).isEqualTo(renderer.render("**short**"));
        assertThat(rendering.attachments()).isEmpty();
    }

    @Test
    void of_a_long_answer_the_head_is_shown_and_the_whole_is_a_file() {
        String markdown = "A **long** story goes on, and on, and ever on, up to its end. ".repeat(400);
        Rendering rendering = renderer.render(markdown, AnswerSize.FEW_MESSAGES);
        assertThat(rendering.messages()).singleElement().satisfies(head -> {
            assertThat(head.text())
                    .hasSizeBetween(3_000, 3_500)
                    .startsWith("A long story")
                    .endsWith("answer.md");
            assertThat(head.entities())
                    .hasSizeBetween(1, RenderedMessage.MAX_ENTITIES)
                    .endsWith(TextEntity.of(EntityType.CODE, head.text().length() - 9, 9));
        });
        assertThat(rendering.attachments()).containsExactly(new Attachment("answer.md", "text/markdown", markdown));
        assertThat(StrictServer.complaints(rendering.messages())).isEmpty();
    }

    @Test
    void long_code_becomes_a_file_of_its_language() {
        String code = "print('x')\n".repeat(200);
        Rendering rendering = renderer.render(
                "Look:\n\n```python\n" + code + "```\n\n- and\n\n  ```C++\n" + code.indent(2) + "  ```\n\ndone",
                AnswerSize.ONE_SCREEN);
        assertThat(rendering.messages())
                .singleElement()
                .extracting(RenderedMessage::text)
                .isEqualTo("Look:\n\n📎 code-1.py\n\n• and\n\n  📎 code-2.cpp\n\ndone");
        assertThat(rendering.attachments())
                .containsExactly(
                        new Attachment("code-1.py", "text/plain", code),
                        new Attachment("code-2.cpp", "text/plain", code));
    }

    @Test
    void no_name_of_a_file_becomes_a_link_to_somebody_else() {
        String code = "print('x')\n".repeat(200);
        String markdown = "```python\n" + code + "```\n\n```sh\n" + code + "```\n\n" + "**much** text ".repeat(200);
        Rendering rendering = renderer.render(markdown, AnswerSize.ONE_SCREEN);
        assertThat(rendering.attachments()).hasSize(3);
        assertThat(StrictServer.foundByItself(rendering.messages())).isEmpty();
        assertThat(StrictServer.complaints(rendering.messages())).isEmpty();
    }

    @Test
    void code_of_an_unknown_language_becomes_a_text_file() {
        String markdown = "```some/../thing\n" + "x\n".repeat(1_000) + "```";
        assertThat(renderer.render(markdown, AnswerSize.ONE_SCREEN).attachments())
                .extracting(Attachment::fileName)
                .containsExactly("code-1.txt");
    }

    @Test
    void sizes_that_cannot_be_kept_are_refused() {
        assertThatThrownBy(() -> new AnswerSize(5_000, 4_097, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnswerSize(500, 1_000, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnswerSize(500, 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
