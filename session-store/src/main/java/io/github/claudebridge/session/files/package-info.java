/**
 * Files on their way between a session's folder and the chat. The folder is Claude's to write, so nothing in it is
 * trusted to stay what it was a moment ago.
 *
 * <p>{@link io.github.claudebridge.session.files.FolderFiles} opens a file to be sent,
 * {@link io.github.claudebridge.session.files.Inbox} takes one in, {@link io.github.claudebridge.session.files.Outbox} lists what waits
 * to be sent, and {@link io.github.claudebridge.session.files.FileCopies} holds what is on its way.
 */
@NullMarked
package io.github.claudebridge.session.files;

import org.jspecify.annotations.NullMarked;
