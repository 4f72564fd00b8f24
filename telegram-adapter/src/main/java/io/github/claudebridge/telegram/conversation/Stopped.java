package io.github.claudebridge.telegram.conversation;

/**
 * What came of a wish to stop.
 *
 * @param running whether something was running
 * @param kept how many prompts wait and come next
 * @param dropped how many that waited were thrown away
 */
public record Stopped(boolean running, int kept, int dropped) {}
