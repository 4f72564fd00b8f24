package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {

    @Test
    void splits_at_blanks_and_nothing_else() throws ConfigException {
        assertThat(ShellWords.split("  sudo -iu worker\tclaude ")).containsExactly("sudo", "-iu", "worker", "claude");
        assertThat(ShellWords.split("")).isEmpty();
    }

    @Test
    void quotes_keep_blanks_and_an_empty_word() throws ConfigException {
        assertThat(ShellWords.split("'a b' \"c d\" '' e'f'\"g\"")).containsExactly("a b", "c d", "", "efg");
    }

    @Test
    void nothing_is_expanded() throws ConfigException {
        assertThat(ShellWords.split("echo $HOME `id` *")).containsExactly("echo", "$HOME", "`id`", "*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            KEY=sk-secret 'open      | ' that is not closed, at character 15
            KEY=sk-secret "open      | " that is not closed, at character 15
            KEY=sk-secret ends with\\ | backslash
            """)
    void an_unfinished_line_is_refused_and_not_repeated(String line, String problem) {
        assertThatThrownBy(() -> ShellWords.split(line))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("sk-secret");
    }

    @Test
    void agrees_with_the_shell_on_random_lines() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            String line = randomLine(random);
            assertThat(ShellWords.split(line))
                    .as("seed %d, line <%s>", seed, line)
                    .isEqualTo(shell(line));
        }
    }

    /** Quotes are always closed; characters that a shell would expand occur only in single quotes. */
    private static String randomLine(SplittableRandom random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            line.append(
                    switch (random.nextInt(6)) {
                        case 0 -> " ";
                        case 1 -> "'" + text(random, " \"\\$`*ab") + "'";
                        case 2 -> "\"" + text(random, " 'abc") + "\"";
                        case 3 -> "\"\\\"\\\\\\$\"";
                        case 4 -> "\\ ";
                        default -> text(random, "abc-_/.=");
                    });
        }
        return line.toString();
    }

    private static String text(SplittableRandom random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static List<String> shell(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "for word in " + line + "\ndo printf '%s\\n' \"<$word>\"\ndone")
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output.lines().map(word -> word.substring(1, word.length() - 1)).toList();
    }
}
