/**
 * The talk between chats and Claude: one {@link io.github.claudebridge.telegram.conversation.Conversation} per session takes
 * prompts in order, answers in the chat that asked, and takes up what an earlier run left. It speaks to the {@link io.github.claudebridge.telegram.conversation.Chat}
 * port and knows nothing of Telegram.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation;

import org.jspecify.annotations.NullMarked;
