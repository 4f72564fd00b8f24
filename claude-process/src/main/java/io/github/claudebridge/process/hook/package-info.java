/**
 * Code of the host that runs at points of a turn and may change its course. Enter at {@link HookHandler}; register it with the builder.
 *
 * <p>All records here are immutable and thread-safe.
 */
@NullMarked
package io.github.claudebridge.process.hook;

import org.jspecify.annotations.NullMarked;
