package io.github.claudebridge.app.config;

import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import java.nio.file.Path;

/**
 * The part of the configuration that works without Telegram. Immutable.
 *
 * @param home the folder that holds everything the bot keeps
 */
public record LocalConfig(Path home, ClaudeCommand claude) {}
