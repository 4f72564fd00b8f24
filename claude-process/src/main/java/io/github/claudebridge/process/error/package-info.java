/**
 * What can go wrong, with what to do about it. Enter at {@link ClaudeError}; exceptions of this library carry one.
 *
 * <p>All types here are immutable and thread-safe.
 */
@NullMarked
package io.github.claudebridge.process.error;

import org.jspecify.annotations.NullMarked;
