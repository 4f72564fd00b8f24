package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the bot runs with.
 *
 * @param home the folder that holds everything the bot keeps
 * @param allowedUsers the Telegram users who are served; never empty
 * @param questions when Claude's questions are asked again and given up, and whether asking can be switched off
 * @param batching how long messages wait for others that belong to them
 * @param warnings what is not wrong, but should be looked at, each with what to do
 */
public record Config(
        Path home,
        TelegramSettings telegram,
        Set<Long> allowedUsers,
        ClaudeCommand claude,
        QuestionSettings questions,
        BatchWindow batching,
        List<String> warnings) {
    public Config {
        allowedUsers = Set.copyOf(allowedUsers);
        warnings = List.copyOf(warnings);
    }
}
