package io.github.claudebridge.telegram.testing;

/**
 * One entry of a bot's command menu. Immutable.
 *
 * @param name the command without its slash
 * @param description what it does
 */
public record BotCommand(String name, String description) {}
