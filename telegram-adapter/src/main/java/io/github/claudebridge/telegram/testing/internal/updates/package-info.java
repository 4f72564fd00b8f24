/** The bot's queue of updates, its confirmation by offset, and the rule that only one poll may wait. Enter at {@code UpdateQueue}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.updates;

import org.jspecify.annotations.NullMarked;
