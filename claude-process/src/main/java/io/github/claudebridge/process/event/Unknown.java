package io.github.claudebridge.process.event;

import io.github.claudebridge.process.json.Json;

/**
 * An event of a kind that this library does not know.
 *
 * @param type the CLI's type; empty where it has none
 * @param subtype the CLI's subtype; empty where it has none
 * @param json the whole event
 */
public record Unknown(String type, String subtype, Json json) implements ClaudeEvent {}
