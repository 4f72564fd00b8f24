package io.github.claudebridge.telegram.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.render.MarkdownRenderer;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private static final String ALPHABET = "ab1 `*_{}[]()#+-.!|<>~$^=&\\:/@";

    private static String rendered(String markdown) {
        return new MarkdownRenderer()
                .render(markdown).stream().map(message -> message.text()).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void words_names_and_code_are_shown_as_they_are(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            String text = random.ints(1 + random.nextInt(20), 0, ALPHABET.length())
                    .mapToObj(at -> ALPHABET.substring(at, at + 1))
                    .collect(Collectors.joining())
                    .strip();
            if (!text.isBlank()) {
                String line = text.replaceAll(" +", " ");
                assertThat(rendered("x " + Markup.plain(text) + " y"))
                        .as("plain, seed %d", seed)
                        .isEqualTo("x " + line + " y");
                assertThat(rendered("x " + Markup.inline(text) + " y"))
                        .as("inline, seed %d", seed)
                        .isEqualTo("x " + line + " y");
                assertThat(rendered(Markup.block("sh", text)))
                        .as("block, seed %d", seed)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void what_cannot_be_seen_gets_a_name() {
        assertThat(Markup.visible("a\u0000b\u202Ec\uFEFF\n\td")).isEqualTo("a\\u{0}b\\u{202E}c\\u{FEFF}\n\td");
        assertThat(Markup.visible("\uDB40\uDC41 é ü 漢 👍")).isEqualTo("\\u{E0041} é ü 漢 👍");
    }

    @Test
    void line_ends_of_other_systems_are_line_ends() {
        assertThat(Markup.visible("a\r\nb")).isEqualTo("a\nb");
        assertThat(Markup.visible("a\rb")).isEqualTo("a\\u{D}b");
    }
}
