package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.question.Bypass;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                Bypass.of(allowed, isRoot(), sandboxed));
    }

    /** Root is whoever has the number 0, by whatever name; where numbers are not known the name has to do. */
    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
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
