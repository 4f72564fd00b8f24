package io.github.claudebridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.claudebridge.telegram.conversation.question.Bypass;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionKeysTest {

    @TempDir
    Path userHome;

    private QuestionSettings load(String keys) throws IOException, ConfigException {
        Path file = Files.createDirectories(userHome.resolve("claude-bridge")).resolve("config.toml");
        Files.writeString(
                file,
                "[telegram]\ntoken = \"12345:abcdefghijklmnopqrstuvwxyz0123456789\"\nallowed_users = [7]\n" + keys);
        return new ConfigLoader(Map.of(), userHome).load(Overrides.NONE).questions();
    }

    @Test
    void questions_are_treated_as_usual_unless_the_file_says_otherwise() throws Exception {
        assertThat(load("")).isEqualTo(QuestionSettings.DEFAULT);
        assertThat(load("""
                        [claude]
                        allow_bypass = true
                        environment = { IS_SANDBOX = "1" }
                        [questions]
                        remind_after_minutes = 5
                        deny_after_hours = 24
                        """))
                .isEqualTo(new QuestionSettings(Duration.ofMinutes(5), Duration.ofHours(24), Bypass.POSSIBLE));
    }

    @ParameterizedTest
    @CsvSource({
        "questions, remind_after_minutes = 0, from 1 to 10080",
        "questions, deny_after_hours = 169, from 1 to 168",
        "questions, deny_after_hours = 1.5, questions.deny_after_hours",
        "questions, remind = 1, remind_after_minutes",
        "claude, allow_bypass = [1], claude.allow_bypass"
    })
    void wrong_keys_about_questions_are_named(String section, String line, String told) {
        assertThatThrownBy(() -> load("[" + section + "]\n" + line + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(told);
    }
}
