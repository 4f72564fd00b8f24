package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The model uses a tool.
 *
 * @param id joins this to its {@link ToolResult} and to a permission request
 * @param name the tool's name
 * @param input what it shall do, as the model wrote it
 * @param parentToolUseId the tool use that runs the subagent that does it; null for the conversation itself
 */
public record ToolUse(
        String id, String name, Json input, @Nullable String parentToolUseId) implements ClaudeEvent {}
