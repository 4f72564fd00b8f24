/** Styled text to messages within Telegram's limits. */
@NullMarked
package io.github.claudebridge.telegram.render.internal.split;

import org.jspecify.annotations.NullMarked;
