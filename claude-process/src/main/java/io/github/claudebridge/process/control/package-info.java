/**
 * Requests to a running CLI beside the conversation. Enter at {@link ClaudeControl}, which every {@code ClaudeProcess} is.
 *
 * <p>All records here are immutable and thread-safe.
 */
@NullMarked
package io.github.claudebridge.process.control;

import org.jspecify.annotations.NullMarked;
