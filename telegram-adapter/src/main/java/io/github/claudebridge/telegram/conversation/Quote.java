package io.github.claudebridge.telegram.conversation;

/**
 * What a message refers to. Immutable.
 *
 * @param messageId the number of the message that it replies to; 0 if that one is not in this chat
 * @param text what that message says, or the part of it that was picked; empty if it says nothing; not the words of whoever replies
 * @param ofBot whether the bot said it
 */
public record Quote(long messageId, String text, boolean ofBot) {}
