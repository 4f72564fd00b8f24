/** The conversation between a chat and Claude, and Telegram as that chat. */
@NullMarked
package io.github.claudebridge.telegram;

import org.jspecify.annotations.NullMarked;
