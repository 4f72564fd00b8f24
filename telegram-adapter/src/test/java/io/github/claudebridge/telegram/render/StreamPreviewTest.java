package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The frames of an answer that is so long that not every one of them is laid out anew. */
class StreamPreviewTest {

    private static final int LONG = 500_000;
    private static final int STEP = 100;
    private static final int FRAME = 3_500;
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    private final MarkdownRenderer whole = new MarkdownRenderer();

    /** Laid out anew for every frame, each of these would take many minutes. */
    @TestFactory
    Stream<DynamicTest> a_long_answer_of_any_shape_grows_in_small_steps_without_much_work() {
        return LongDocuments.ofLength(LONG).entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> grow(shape.getValue())));
    }

    private void grow(String document) {
        StreamRenderer stream = new StreamRenderer();
        Duration spent = ProcessorTime.of(() -> {
            for (int i = 0; i < document.length(); i += STEP) {
                stream.append(document.substring(i, i + STEP));
                stream.tail(FRAME);
            }
        });
        assertThat(spent).isLessThan(GENEROUS);
        assertThat(stream.messages()).isEqualTo(whole.render(document));
    }

    @Test
    void every_frame_shows_the_newest_word() {
        for (Map.Entry<String, String> shape : LongDocuments.ofLength(40_000).entrySet()) {
            StreamRenderer stream = new StreamRenderer();
            stream.append(shape.getValue());
            for (int i = 0; i < 200; i++) {
                stream.append("word" + i + " \n");
                assertThat(stream.tail(FRAME).orElseThrow().text())
                        .as("frame %d after %s", i, shape.getKey())
                        .contains("word" + i);
            }
        }
    }

    @Test
    void what_is_asked_for_again_is_exact() {
        for (String document : LongDocuments.ofLength(LONG).values()) {
            StreamRenderer stream = new StreamRenderer();
            for (int i = 0; i < document.length(); i += 5_000) {
                stream.append(document.substring(i, i + 5_000));
                stream.tail(FRAME);
            }
            StreamRenderer atOnce = new StreamRenderer();
            atOnce.append(document);
            atOnce.messages();
            stream.tail(FRAME);
            assertThat(stream.tail(FRAME)).isEqualTo(atOnce.tail(FRAME));
        }
    }

    @Test
    void code_goes_on_as_code_until_it_is_laid_out_again() {
        StreamRenderer stream = new StreamRenderer();
        stream.append("> quoted\n\n```java\n" + "    call(1);\n".repeat(5_000));
        for (int i = 0; i < 500; i++) {
            stream.append("    call(" + i + ");\n");
            RenderedMessage frame = stream.tail(FRAME).orElseThrow();
            assertThat(frame.entities()).as("frame %d", i).singleElement().satisfies(code -> {
                assertThat(code.language()).isEqualTo("java");
                assertThat(code.end()).isEqualTo(frame.text().length());
            });
            assertThat(frame.text()).endsWith("\n    call(" + i + ");");
        }
    }

    @Test
    void every_frame_of_any_long_answer_keeps_the_rules() {
        LongStream.range(0, 40).parallel().forEach(seed -> {
            Random random = new Random(seed);
            String document = IntStream.range(0, 40)
                    .mapToObj(i -> RandomMarkdown.damaged(seed * 100 + i))
                    .collect(Collectors.joining(random.nextBoolean() ? "\n\n" : "\n"));
            StreamRenderer stream = new StreamRenderer();
            for (int i = 0; i < document.length(); ) {
                int next = Math.min(document.length(), i + 1 + random.nextInt(200));
                stream.append(document.substring(i, next));
                List<RenderedMessage> frame =
                        stream.tail(100 + random.nextInt(3_900)).stream().toList();
                assertThat(MessageRules.violations(frame))
                        .as("seed %d after %d characters", seed, next)
                        .isEmpty();
                assertThat(StrictServer.complaints(frame))
                        .as("seed %d after %d characters", seed, next)
                        .isEmpty();
                i = next;
            }
            assertThat(stream.messages()).as("seed %d", seed).isEqualTo(whole.render(document));
        });
    }
}
