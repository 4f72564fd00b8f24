/**
 * How the supervisor works. {@link io.github.claudebridge.process.supervisor.internal.Keeper} is the life of one conversation,
 * {@link io.github.claudebridge.process.supervisor.internal.Places} shares out the processes among them.
 */
@NullMarked
package io.github.claudebridge.process.supervisor.internal;

import org.jspecify.annotations.NullMarked;
