package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a tool use brought.
 *
 * @param toolUseId the {@link ToolUse}
 * @param text the text that the model is shown; images and documents are left out
 * @param error whether it failed or was denied
 * @param details the CLI's structured account of it; null where it gives none
 * @param parentToolUseId the tool use that runs the subagent that did it; null for the conversation itself
 */
public record ToolResult(
        String toolUseId,
        String text,
        boolean error,
        @Nullable Json details,
        @Nullable String parentToolUseId) implements ClaudeEvent {}
