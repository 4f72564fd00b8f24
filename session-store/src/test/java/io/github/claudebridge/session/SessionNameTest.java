package io.github.claudebridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "test", "My-Project_2", "-", "_", "0123456789"})
    void letters_digits_hyphen_and_underscore_make_a_name(String text) {
        assertThat(SessionName.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everything_else_is_refused_with_the_rule_in_the_message(String text) {
        assertThatThrownBy(() -> SessionName.of(text))
                .isInstanceOf(InvalidSessionNameException.class)
                .hasMessageContaining("[A-Za-z0-9_-]{1,64}")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(220).matches("[ -~]+"));
    }

    static String[] refused() {
        return new String[] {
            "",
            " ",
            ".",
            "..",
            "a/b",
            "../etc",
            "/etc",
            "a\0b",
            "a\n",
            "a.b",
            "~",
            "a b",
            "n".repeat(65),
            "n".repeat(300),
            "\u0430bc", // Cyrillic a
            "\uff41bc", // full-width a
            "caf\u00e9",
            "\u202egpj",
            "\ud83d\ude00"
        };
    }
}
