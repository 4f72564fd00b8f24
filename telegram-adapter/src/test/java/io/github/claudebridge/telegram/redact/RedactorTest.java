package io.github.claudebridge.telegram.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String SECRET = "p4ss/w0rd+ünd:more";

    private final Redactor redactor = Redactor.of(List.of(SECRET, "short"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789:AAabcdefghijklmnopqrstuvwxyz0123456",
                "123456789%3AAAabcdefghijklmnopqrstuvwxyz0123456",
                "sk-ant-api03-abcdefghijklmnopqrstuvwxyz",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0123456789_abcdef",
                "glpat-abcdefghijklmnopqrst",
                "xoxb-123456789012-abcdef",
                "AKIAIOSFODNN7EXAMPLE",
                "AIzaSyA1234567890abcdefghijklmnopqrstuv",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"
            })
    void well_known_kinds_of_tokens_are_masked_wherever_they_stand(String token) {
        for (String text : List.of(token, "it is " + token + ".", "https://host/" + token + "/x", "k=" + token)) {
            assertThat(redactor.clean(text)).isEqualTo(text.replace(token, "•".repeat(token.length())));
        }
    }

    @Test
    void a_token_in_an_address_is_masked_though_a_word_stands_before_it() {
        assertThat(redactor.clean("https://host/bot123456789:AAabcdefghijklmnopqrstuvwxyz0123456/getMe"))
                .doesNotContain("AAabcdef");
    }

    @Test
    void a_known_value_is_masked_also_as_it_stands_in_a_url() {
        String encoded = URLEncoder.encode("p4ss/w0rd+", StandardCharsets.UTF_8) + "ünd%3amore";
        assertThat(redactor.clean("a " + SECRET + " b " + encoded + " c"))
                .isEqualTo("a " + "•".repeat(SECRET.length()) + " b " + "•".repeat(encoded.length()) + " c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a short text",
                "at 12:30:45 on 2026-01-01",
                "the sha is 0123456789abcdef0123456789abcdef01234567",
                "task-force-alpha-beta-gamma-delta-epsilon",
                "uuid 123e4567-e89b-12d3-a456-426614174000",
                "skip sk-short"
            })
    void ordinary_text_stays_as_it_is(String text) {
        assertThat(redactor.clean(text)).isEqualTo(text);
    }

    @Test
    void a_secret_that_comes_in_pieces_is_never_shown_in_part() {
        String text = "The key is sk-ant-api03-abcdefghijklmnopqrstuvwxyz and " + SECRET + " too.\n";
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StreamRedactor stream = new StreamRedactor(redactor);
            StringBuilder shown = new StringBuilder();
            int from = 0;
            while (from < text.length()) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(7));
                shown.append(stream.append(text.substring(from, to)));
                from = to;
            }
            assertThat(shown).as("seed %d", seed).hasToString(redactor.clean(text));
        }
    }
}
