package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * What the model thinks before it answers.
 *
 * @param text the piece, or the whole block
 * @param partial whether this is a piece
 * @param messageId the model's id of the message; empty where the CLI names none
 * @param parentToolUseId the tool use that runs the subagent that thinks; null for the conversation itself
 */
public record Thinking(
        String text,
        boolean partial,
        String messageId,
        @Nullable String parentToolUseId) implements ClaudeEvent {}
