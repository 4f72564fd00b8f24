package io.github.claudebridge.telegram.conversation;

/**
 * A text that somebody who is allowed to wrote in a chat.
 *
 * @param chat where it was written, and where the answer belongs
 * @param text what was written, not blank
 */
public record UserMessage(ChatId chat, String text) {}
