/** How many calls a chat and a bot may make. Enter at {@code RateLimiter}. */
@NullMarked
package io.github.claudebridge.telegram.testing.internal.rate;

import org.jspecify.annotations.NullMarked;
