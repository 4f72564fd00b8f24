package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * The model has finished a message. Where this is missing after a {@link MessageStarted}, the message was cut off.
 *
 * @param messageId the model's id of the message
 * @param parentToolUseId the tool use that runs the subagent that wrote it; null for the conversation itself
 */
public record MessageStopped(String messageId, @Nullable String parentToolUseId) implements ClaudeEvent {}
