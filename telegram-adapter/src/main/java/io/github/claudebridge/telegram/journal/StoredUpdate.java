package io.github.claudebridge.telegram.journal;

/**
 * An update that has not been handled to its end.
 *
 * @param id Telegram's {@code update_id}
 * @param started whether its work may have begun before the bot was stopped, so that doing it again needs a decision
 * @param payload the update as Telegram sent it, JSON
 */
public record StoredUpdate(long id, boolean started, String payload) {}
