package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * Text in the role of the user: a message of ours that was handed to the model, or one that the CLI wrote.
 *
 * @param text the text
 * @param messageId the id that it was sent with, or one of the CLI's own
 * @param replay whether it is the echo of a message that was sent
 * @param synthetic whether the CLI wrote it (a summary, a reminder)
 * @param parentToolUseId the tool use that runs the subagent that got it; null for the conversation itself
 */
public record UserMessage(
        String text,
        String messageId,
        boolean replay,
        boolean synthetic,
        @Nullable String parentToolUseId) implements ClaudeEvent {}
