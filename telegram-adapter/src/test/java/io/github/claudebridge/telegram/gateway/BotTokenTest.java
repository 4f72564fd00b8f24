package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    void its_text_form_does_not_tell_the_key() {
        assertThat(BotToken.of("12345:" + KEY)).hasToString("12345:…");
        assertThat(BotToken.of("12345:" + KEY).value()).isEqualTo("12345:" + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", KEY, "0123:" + KEY, "12345:short", "12345:" + KEY + "/../x", " 12345:" + KEY})
    void what_cannot_be_a_token_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BotToken.of(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY));
    }
}
