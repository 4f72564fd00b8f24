package io.github.claudebridge.telegram.render.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "é, 1",
        "e\u0301, 1",
        "中文, 4",
        "ｆｕ, 4",
        "한글, 4",
        "😀, 2",
        "👨‍👩‍👧‍👦, 2",
        "👍🏽, 2",
        "🇩🇪, 2",
        "❤️, 2",
        "❤, 1",
        "─│, 2",
        "a\u200Bb, 2",
        "カ, 2",
        "ｶ, 1"
    })
    void text_takes_as_many_columns_as_a_terminal_gives_it(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }
}
