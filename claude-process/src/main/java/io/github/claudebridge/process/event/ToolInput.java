package io.github.claudebridge.process.event;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the input of a tool use, while the model writes it. The whole comes as {@link ToolUse}.
 *
 * @param index the number of the block within its message
 * @param partialJson a piece of JSON text; only all pieces together are JSON
 * @param parentToolUseId the tool use that runs the subagent; null for the conversation itself
 */
public record ToolInput(
        int index, String partialJson, @Nullable String parentToolUseId) implements ClaudeEvent {}
