package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The part of the configuration that works without Telegram. Immutable.
 *
 * @param home the folder that holds everything the bot keeps
 * @param questions when Claude's questions are asked again and given up
 * @param allowedUsers the Telegram users who are served; may be empty
 */
public record LocalConfig(Path home, ClaudeCommand claude, QuestionSettings questions, Set<Long> allowedUsers) {
    public LocalConfig {
        allowedUsers = Collections.unmodifiableSet(new LinkedHashSet<>(allowedUsers));
    }
}
