/**
 * What the CLI says, as immutable records. Enter at {@link ClaudeEvent}.
 *
 * <p>All types here are immutable and thread-safe. Texts and lists are never null; a component that may be missing is marked nullable
 * or is an {@code Optional}.
 */
@NullMarked
package io.github.claudebridge.process.event;

import org.jspecify.annotations.NullMarked;
