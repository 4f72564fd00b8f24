package io.github.claudebridge.telegram.journal;

/**
 * An update that has not been handled to its end.
 *
 * @param id Telegram's {@code update_id}
 * @param payload the update as Telegram sent it, JSON
 */
public record StoredUpdate(long id, String payload) {}
