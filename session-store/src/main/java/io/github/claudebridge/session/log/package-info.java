/**
 * The conversation log: what was asked, answered, done and paid in a session, one JSON object per line.
 *
 * <p>{@link io.github.claudebridge.session.log.ConversationLog} appends and reads, {@link
 * io.github.claudebridge.session.log.LogSearch} searches all sessions, {@link
 * io.github.claudebridge.session.log.LogExport} makes files for people, and {@link
 * io.github.claudebridge.session.log.UsageReport} adds up costs. All of them stream: memory does not grow with the log.
 */
@NullMarked
package io.github.claudebridge.session.log;

import org.jspecify.annotations.NullMarked;
