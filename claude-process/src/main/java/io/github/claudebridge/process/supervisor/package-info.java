/**
 * Many conversations over months: each has a process only while it needs one.
 *
 * <p>Enter at {@link io.github.claudebridge.process.supervisor.Supervisor}. It starts the process of a conversation when something is
 * said to it, suspends it when nothing has happened for a while, resumes it with its history, starts it again after a crash, keeps the
 * number of live processes below a limit, and leaves no process behind. What it does is told to a
 * {@link io.github.claudebridge.process.supervisor.SupervisorListener}; what it starts is described by a
 * {@link io.github.claudebridge.process.supervisor.ConversationSource}. It stores nothing about a conversation: that is the host's.
 */
@NullMarked
package io.github.claudebridge.process.supervisor;

import org.jspecify.annotations.NullMarked;
