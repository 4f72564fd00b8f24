package io.github.claudebridge.process.event;

/**
 * A line that could not be read: no JSON object, or longer than the limit. The stream goes on with the next line.
 *
 * @param excerpt its first characters, at most 200
 * @param bytes its length
 * @param reason what is wrong with it
 */
public record Malformed(String excerpt, long bytes, String reason) implements ClaudeEvent {}
