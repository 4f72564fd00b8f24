package io.github.claudebridge.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text between the delimiters of formulas is one, and that all other text keeps its characters. */
class FormulaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "costs $$50 or $$60",
                "use $$ for the pid: /tmp/x.$$",
                "echo $$ > a-b; kill $$",
                "PID=$$ and X=$$",
                "$$50 or more$$",
                "$$$ and $$$",
                "$HOME/a-b and $HOME/c",
                "from $5 to $6, a=$7",
                "$$word$$"
            })
    void money_and_shell_variables_stay_as_they_are(String markdown) {
        assertThat(shown(markdown)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "see \\[note\\]; see [note]",
                "\\[note\\]; [note]",
                "\\[some-note\\] and \\[foo_bar\\]; [some-note] and [foo_bar]",
                "\\[1\\]\\[2\\]; [1][2]",
                "a \\(remark\\) b; a (remark) b",
                "f\\(x\\); f(x)",
                "\\[x <- is this math = no\\]; [x <- is this math = no]",
                "\\(a \\(b = c\\); (a b = c"
            })
    void escaped_brackets_are_brackets(String markdown, String expected) {
        assertThat(shown(markdown)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "so $$x^2$$ is; so x² is",
                "so $$ a = b $$ is; so a = b is",
                "so \\(x\\) and \\(n-1\\) are; so x and n−1 are",
                "so \\[a_{max} \\leq b\\] is; so aₘₐₓ ≤ b is",
                "$$E=mc^2$$; E=mc²",
                "$$x$$; x",
                "\\[ \\text{the sum of} = 1 \\]; the sum of = 1"
            })
    void formulas_are_formulas(String markdown, String expected) {
        assertThat(shown(markdown)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\(a ", "\\[a ", "$$a ", "$a ", "\\(a", "a$", "$$", "a\\("})
    void openers_in_masses_take_no_time(String opener) {
        String markdown = opener.repeat(50_000) + "\\)\\]$$";
        assertThat(ProcessorTime.of(() -> shown(markdown))).isLessThan(Duration.ofMinutes(1));
    }

    private static String shown(String markdown) {
        return new MarkdownRenderer()
                .render(markdown).stream().map(RenderedMessage::text).collect(Collectors.joining("\n"));
    }
}
