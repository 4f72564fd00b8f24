package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Input that nobody writes by hand: it must neither be refused by the server, nor take long, nor exhaust the stack. */
class HostileInputTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int MEGABYTE = 1 << 20;

    private final MarkdownRenderer renderer = new MarkdownRenderer();

    @TestFactory
    Stream<DynamicTest> renders_as_valid_messages() {
        Map<String, String> inputs = Map.ofEntries(
                Map.entry("4096 emoji", "😀".repeat(4096)),
                Map.entry("families", "👨‍👩‍👧‍👦".repeat(20_000)),
                Map.entry("right to left", "**שלום** \u202Eעולם\u202C ".repeat(500)),
                Map.entry("control characters", "a\u0001\u0002**b\u001F**\r\n\u0000".repeat(500)),
                Map.entry("control characters by reference", "a&#1;&#10;&#13;&#8238;**b&#9;**".repeat(300)),
                Map.entry("halves of emoji by reference", "&#xD83D; **&#xD83D;**&#xDE00;&#55357;&#56832;".repeat(300)),
                Map.entry("links to halves of emoji", "[x](http://a.b/&#xD83D;) ![y](&#xDE00;)".repeat(100)),
                Map.entry("code in half a language", "```x&#xD83D;\ny\n```"),
                Map.entry("rings by reference", "A&#x30A; **A**&#x30A; &#x30A;b &#x333; &#x0; &#x2028;".repeat(100)),
                Map.entry("lone surrogates", "\uD800a\uDC00 **\uD83D**".repeat(500)),
                Map.entry("combining marks", "e" + "\u0301".repeat(20_000)),
                Map.entry("5000 nested quotes", "> ".repeat(5_000) + "deep"),
                Map.entry("5000 nested lists", "- ".repeat(5_000) + "deep"),
                Map.entry("deep list by indentation", deepList()),
                Map.entry("nested emphasis", "*a **b ".repeat(1_000) + "x" + "b** a*".repeat(1_000)),
                Map.entry("1 MB of nested emphasis", "*a **b ".repeat(80_000) + "x" + "b** a*".repeat(80_000)),
                Map.entry("1 MB of open emphasis", "*a _b ~~c **d __e ".repeat(60_000)),
                Map.entry("stars", "*".repeat(100_000) + "a" + "*".repeat(100_000)),
                Map.entry("brackets", "[".repeat(100_000) + "a" + "](b)".repeat(50_000)),
                Map.entry("comments", "<!-- ".repeat(50_000)),
                Map.entry("formulas", "\\(a $b \\[".repeat(50_000)),
                Map.entry("nested fractions", "$" + "\\frac{".repeat(5_000) + "$"),
                Map.entry("nested roots", "$" + "\\sqrt".repeat(40_000) + "=$"),
                Map.entry("10000 rows", "| a | b |\n|---|---|\n" + "| 1 | **2** |\n".repeat(10_000)),
                Map.entry(
                        "10000 columns", "|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "|b".repeat(10_000)),
                Map.entry("a line of 1 MB", "word ".repeat(MEGABYTE / 5)),
                Map.entry("a word of 1 MB", "x".repeat(MEGABYTE)),
                Map.entry("code of 1 MB in one line", "```\n" + "x ".repeat(MEGABYTE / 2)),
                Map.entry(
                        "an answer of 1 MB", "# Head\n\nSome **text** with `code`.\n\n- item\n".repeat(MEGABYTE / 44)),
                Map.entry("definitions", "[a]: b\n".repeat(20_000)),
                Map.entry("white space", " \n\t\u00A0\u3000".repeat(10_000)));
        return inputs.entrySet().stream()
                .map(input -> DynamicTest.dynamicTest(input.getKey(), () -> assertValid(input.getValue())));
    }

    @Test
    void nothing_to_see_is_no_message() {
        assertThat(Stream.of(
                        "",
                        " \n\t\n ",
                        "\u200B\u200B",
                        "&nbsp;",
                        "\u200D\uFE0F",
                        "\u2800",
                        "[a]: https://e.com",
                        "```\n```",
                        ">",
                        "#"))
                .allSatisfy(markdown -> assertThat(renderer.render(markdown)).isEmpty());
    }

    @Test
    void deep_quotes_lose_no_text() {
        String text = renderer.render("> ".repeat(5_000) + "deep").stream()
                .map(RenderedMessage::text)
                .collect(Collectors.joining());
        assertThat(text).endsWith("deep");
    }

    private void assertValid(String markdown) {
        assertThat(ProcessorTime.of(() -> renderer.render(markdown))).isLessThan(LONG);
        List<RenderedMessage> messages = renderer.render(markdown);
        assertThat(MessageRules.violations(messages)).isEmpty();
        assertThat(StrictServer.complaints(messages)).isEmpty();
    }

    private static String deepList() {
        return Stream.iterate("", indent -> indent + "  ")
                .limit(500)
                .map(indent -> indent + "- a")
                .collect(Collectors.joining("\n"));
    }
}
