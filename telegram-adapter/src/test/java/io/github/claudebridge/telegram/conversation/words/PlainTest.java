package io.github.claudebridge.telegram.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.render.MarkdownRenderer;
import io.github.claudebridge.telegram.render.RenderedMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_b*c",
                "see [x](y)",
                "[1]",
                "f(x)",
                "$5 and $6",
                "a & b &amp;",
                "`code`",
                "# no heading",
                "1. no list",
                "a\\b",
                "~~x~~"
            })
    void a_plain_text_is_shown_as_it_is(String text) {
        assertThat(new MarkdownRenderer().render(Plain.text(text)))
                .singleElement()
                .extracting(RenderedMessage::text)
                .isEqualTo(text);
    }

    @Test
    void times_are_told_as_a_clock_does() {
        assertThat(Plain.clock(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Plain.clock(Duration.ofSeconds(102))).isEqualTo("1:42");
        assertThat(Plain.clock(Duration.ofSeconds(3_723))).isEqualTo("1:02:03");
    }

    @Test
    void an_excerpt_is_one_line_and_ends_between_characters() {
        assertThat(Plain.excerpt("a\n b", 10)).isEqualTo("a b");
        assertThat(Plain.excerpt("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
