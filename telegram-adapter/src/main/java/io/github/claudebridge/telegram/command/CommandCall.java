package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;

/**
 * A command as somebody gave it. Immutable.
 *
 * @param chat where it was given
 * @param userId the number of the person; 0 if unknown
 * @param argument what followed the name, without surrounding blanks; empty if nothing did
 * @param key names the message, so that the command can say things once
 */
public record CommandCall(ChatId chat, long userId, String argument, DeliveryKey key) {}
