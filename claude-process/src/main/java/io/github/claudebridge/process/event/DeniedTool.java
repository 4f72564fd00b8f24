package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;

/**
 * A tool use that was denied in a turn.
 *
 * @param toolName the tool
 * @param toolUseId its use
 * @param input what it was to do
 */
public record DeniedTool(String toolName, String toolUseId, Json input) {}
