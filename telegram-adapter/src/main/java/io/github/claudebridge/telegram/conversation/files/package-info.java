/**
 * Files on their way between the chat and a session's folder; {@link io.github.claudebridge.telegram.conversation.files.FileIntake}
 * takes in what people send, {@link io.github.claudebridge.telegram.conversation.files.FilesOut} is the one way out, used by {@link
 * io.github.claudebridge.telegram.conversation.files.ChatTools}, {@link io.github.claudebridge.telegram.conversation.files.OutboxRound} and
 * the command for it.
 */
@NullMarked
package io.github.claudebridge.telegram.conversation.files;

import org.jspecify.annotations.NullMarked;
