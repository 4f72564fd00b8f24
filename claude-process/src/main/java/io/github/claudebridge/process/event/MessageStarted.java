package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * The model has begun a message.
 *
 * @param messageId the model's id of the message
 * @param parentToolUseId the tool use that runs the subagent that wrote it; null for the conversation itself
 */
public record MessageStarted(String messageId, @Nullable String parentToolUseId) implements ClaudeEvent {}
