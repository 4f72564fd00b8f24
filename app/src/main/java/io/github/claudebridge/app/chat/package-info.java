/**
 * The conversation in this terminal, without Telegram. Enter at {@link io.github.claudebridge.app.chat.ChatCommand}; {@link
 * io.github.claudebridge.app.chat.TerminalChat} is the chat that the conversation speaks to.
 */
@NullMarked
package io.github.claudebridge.app.chat;

import org.jspecify.annotations.NullMarked;
