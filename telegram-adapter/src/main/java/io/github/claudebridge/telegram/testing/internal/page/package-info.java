/** The chat page for a browser. Enter at {@code ChatPage}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.page;

import org.jspecify.annotations.NullMarked;
