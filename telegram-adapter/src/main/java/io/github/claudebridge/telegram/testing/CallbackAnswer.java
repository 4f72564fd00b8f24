package io.github.claudebridge.telegram.testing;

/**
 * How the bot answered the press of a button. Immutable.
 *
 * @param queryId the press
 * @param text what people see; empty when they see nothing
 * @param alert whether they have to close it
 */
public record CallbackAnswer(String queryId, String text, boolean alert) {}
