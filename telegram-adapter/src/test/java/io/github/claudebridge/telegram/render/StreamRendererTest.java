package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamRendererTest {

    private static final long DOCUMENTS = Long.getLong("render.documents", 20_000) / 20;

    private final MarkdownRenderer whole = new MarkdownRenderer();

    @Test
    void every_prefix_of_a_document_is_rendered_as_if_it_were_all() {
        assertSameForEveryPrefix("""
                # Title
                Text:
                | a | b |
                |---|---|
                | `1` | 2 |
                - [ ] one [ref]
                - two

                  1. x
                  2. y
                * other **list**
                  > quote

                ```java
                if (a) {

                    b();
                ```
                after[^n] $x^2$ <b>

                $$
                a + b
                $$

                [ref]: https://e.com/a
                "title"
                [^n]: the *note*

                    more of it

                7. seven

                9. eight
                """);
    }

    @Test
    void well_formed_documents_come_out_the_same_in_any_steps() {
        seeds().forEach(seed -> assertSame(seed, RandomMarkdown.wellFormed(seed).markdown()));
    }

    @Test
    void damaged_documents_come_out_the_same_in_any_steps() {
        seeds().forEach(seed -> assertSame(seed, RandomMarkdown.damaged(seed)));
    }

    @Test
    void long_code_comes_out_the_same_in_any_steps() {
        LongStream.range(0, 40).forEach(seed -> assertSame(seed, longCode(seed)));
    }

    @Test
    void a_target_that_is_defined_late_reaches_the_text_above() {
        StreamRenderer stream = new StreamRenderer();
        stream.append("see [here] and [there]\n\nmore\n\nand more\n\n");
        assertThat(stream.messages().get(0).entities()).isEmpty();
        stream.append("[HERE]: https://e.com/");
        assertThat(urls(stream)).containsExactly("https://e.com/");
        stream.append("x\n\n[there]: https://e.com/y");
        assertThat(urls(stream)).containsExactly("https://e.com/x", "https://e.com/y");
    }

    @Test
    void the_tail_shows_the_newest_lines() {
        StreamRenderer stream = new StreamRenderer();
        assertThat(stream.tail(100)).isEmpty();
        stream.append("**bold** start\n\n");
        assertThat(stream.tail(100))
                .hasValue(new RenderedMessage("bold start", List.of(TextEntity.of(EntityType.BOLD, 0, 4))));
        stream.append("```java\n" + "    line();\n".repeat(500));
        RenderedMessage tail = stream.tail(200).orElseThrow();
        assertThat(tail.text())
                .startsWith("…\n    line();\n")
                .endsWith("line();")
                .hasSizeBetween(100, 200);
        assertThat(tail.entities())
                .containsExactly(new TextEntity(EntityType.PRE, 2, tail.text().length() - 2, null, "java"));
    }

    @Test
    void the_tail_begins_with_a_whole_character() {
        for (String character : List.of("👨‍👩‍👧‍👦", "👍🏽", "e\u0301\u0302")) {
            StreamRenderer stream = new StreamRenderer();
            stream.append(character.repeat(2_000));
            for (int limit = 100; limit < 140; limit++) {
                String shown = stream.tail(limit).orElseThrow().text().substring(2);
                assertThat(shown)
                        .as("%s, limit %d", character, limit)
                        .isEqualTo(character.repeat(shown.length() / character.length()))
                        .hasSizeGreaterThan(limit - 2 - character.length());
            }
        }
    }

    @Test
    void the_tail_of_any_document_keeps_the_rules() {
        seeds().forEach(seed -> {
            StreamRenderer stream = new StreamRenderer();
            stream.append(RandomMarkdown.damaged(seed));
            List<RenderedMessage> tail =
                    stream.tail(100 + new Random(seed).nextInt(1000)).stream().toList();
            assertThat(MessageRules.violations(tail)).as("seed %d", seed).isEmpty();
            assertThat(StrictServer.complaints(tail)).as("seed %d", seed).isEmpty();
        });
    }

    private static String longCode(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("Before\n\n  ```java\n");
        for (int i = 0; i < 900; i++) {
            text.append(" ".repeat(random.nextInt(4)))
                    .append(i % 7 == 0 ? "" : "line(" + i + ");\t")
                    .append(random.nextInt(5) == 0 ? "  \n" : "\n");
        }
        return text.append("```\nAfter **it**\n\n```\nmore").toString();
    }

    private void assertSameForEveryPrefix(String markdown) {
        StreamRenderer stream = new StreamRenderer();
        for (int i = 0; i < markdown.length(); i++) {
            stream.append(markdown.substring(i, i + 1));
            assertThat(stream.messages())
                    .as("after %d characters", i + 1)
                    .isEqualTo(whole.render(markdown.substring(0, i + 1)));
        }
    }

    private void assertSame(long seed, String markdown) {
        Random random = new Random(seed);
        StreamRenderer stream = new StreamRenderer();
        for (int i = 0; i < markdown.length(); ) {
            int next = Math.min(markdown.length(), i + 1 + random.nextInt(Math.max(4, markdown.length() / 12)));
            stream.append(markdown.substring(i, next));
            assertThat(stream.messages())
                    .as("seed %d after %d characters", seed, next)
                    .isEqualTo(whole.render(markdown.substring(0, next)));
            i = next;
        }
    }

    private static LongStream seeds() {
        return LongStream.range(0, DOCUMENTS).parallel();
    }

    private static List<String> urls(StreamRenderer stream) {
        return stream.messages().get(0).entities().stream()
                .map(entity -> String.valueOf(entity.url()))
                .toList();
    }
}
