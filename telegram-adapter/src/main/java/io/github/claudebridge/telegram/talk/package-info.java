/**
 * Everything between a chat and Claude put together. Enter at {@link io.github.claudebridge.telegram.talk.Talk}.
 */
@NullMarked
package io.github.claudebridge.telegram.talk;

import org.jspecify.annotations.NullMarked;
