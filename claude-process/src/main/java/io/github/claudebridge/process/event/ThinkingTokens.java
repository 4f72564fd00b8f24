package io.github.claudebridge.process.event;

/**
 * How much was thought so far.
 *
 * @param estimatedTokens the CLI's estimate
 */
public record ThinkingTokens(long estimatedTokens) implements ClaudeEvent {}
