package io.github.claudebridge.process.event;

/**
 * The history was summarised to make room.
 *
 * @param trigger {@code manual} or {@code auto}
 * @param tokensBefore size of the context before
 * @param tokensAfter size of the context after
 */
public record CompactBoundary(String trigger, long tokensBefore, long tokensAfter) implements ClaudeEvent {}
