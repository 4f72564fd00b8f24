package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of rules in {@code docs/rendering.md}. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "rendering.md");
    private static final int AT_LEAST = 15;

    @TestFactory
    Stream<DynamicTest> every_example_is_true() throws IOException {
        List<String[]> examples = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(^\\| `)|(` \\| `)|(` \\| )", -1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(AT_LEAST);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example[1], () -> assertThat(shown(example[1])).isEqualTo(lines(example[2]))));
    }

    private static String shown(String markdown) {
        return new MarkdownRenderer()
                .render(lines(markdown)).stream().map(RenderedMessage::text).collect(Collectors.joining());
    }

    private static String lines(String cell) {
        return cell.replace('⏎', '\n');
    }
}
