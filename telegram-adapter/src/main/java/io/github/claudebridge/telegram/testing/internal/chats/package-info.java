/** Chats, topics, messages and drafts, as the server remembers them. Enter at {@code Chats}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.chats;

import org.jspecify.annotations.NullMarked;
