package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * Text of the answer. While it streams it comes in pieces ({@code partial}); when a block is complete it comes once more as a whole.
 *
 * @param text the piece, or the whole block
 * @param partial whether this is a piece
 * @param messageId the model's id of the message; empty where the CLI names none
 * @param parentToolUseId the tool use that runs the subagent that wrote it; null for the conversation itself
 * @param synthetic whether the CLI itself wrote it, not the model (the answer of a slash command)
 * @param aborted whether the block was cut off by an interrupt
 */
public record Output(
        String text,
        boolean partial,
        String messageId,
        @Nullable String parentToolUseId,
        boolean synthetic,
        boolean aborted)
        implements ClaudeEvent {

    /** Whether a subagent wrote it. */
    public boolean isFromSubagent() {
        return parentToolUseId != null;
    }
}
