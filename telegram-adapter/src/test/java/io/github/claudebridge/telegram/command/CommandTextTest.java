package io.github.claudebridge.telegram.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/new, new, ''",
                "/new fix-it, new, fix-it",
                "/NEW  two   words , new, 'two   words'",
                "/sessions@some_bot, sessions, ''",
                "/new@some_bot x, new, x",
            })
    void the_name_ends_at_a_blank_or_an_at_sign(String text, String name, String argument) {
        assertThat(CommandText.parse(text)).contains(new CommandText(name, argument));
    }

    @Test
    void an_argument_may_have_several_lines() {
        assertThat(CommandText.parse("/new a\nb")).contains(new CommandText("new", "a\nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "//compact", "/", "/code-review x", "look at /etc/hosts", "/a/b"})
    void what_is_no_command_stays_text(String text) {
        assertThat(CommandText.parse(text)).isEmpty();
    }
}
