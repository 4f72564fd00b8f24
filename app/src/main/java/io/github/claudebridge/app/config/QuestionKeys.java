package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.question.Bypass;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how Claude's questions are treated. */
final class QuestionKeys {

    private static final int WEEK_IN_HOURS = 7 * 24;
    private static final int WEEK_IN_MINUTES = WEEK_IN_HOURS * 60;

    private QuestionKeys() {}

    static QuestionSettings settings(ConfigFile file, ClaudeCommand claude) throws ConfigException {
        ConfigFile.Questions questions =
                Objects.requireNonNullElse(file.questions(), new ConfigFile.Questions(null, null));
        boolean allowed =
                file.claude() != null && Boolean.TRUE.equals(file.claude().allowBypass());
        boolean sandboxed = "1".equals(claude.environment().get("IS_SANDBOX"));
        return new QuestionSettings(
                Duration.ofMinutes(number(
                        "questions.remind_after_minutes",
                        questions.remindAfterMinutes(),
                        QuestionSettings.DEFAULT.remindAfter().toMinutes(),
                        WEEK_IN_MINUTES)),
                Duration.ofHours(number(
                        "questions.deny_after_hours",
                        questions.denyAfterHours(),
                        QuestionSettings.DEFAULT.denyAfter().toHours(),
                        WEEK_IN_HOURS)),
                Bypass.of(allowed, System.getProperty("user.name"), sandboxed));
    }

    private static long number(String key, @Nullable Integer value, long otherwise, int most) throws ConfigException {
        if (value == null) {
            return otherwise;
        }
        if (value < 1 || value > most) {
            throw new ConfigException(key + " is " + value + "; it must be a whole number from 1 to " + most + ".");
        }
        return value;
    }
}
