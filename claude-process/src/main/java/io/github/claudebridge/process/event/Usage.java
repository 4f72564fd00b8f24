package io.github.claudebridge.process.event;

/**
 * Tokens of a turn.
 *
 * @param inputTokens read, without the cached ones
 * @param outputTokens written
 * @param cacheReadTokens read from the cache
 * @param cacheCreationTokens written to the cache
 */
public record Usage(long inputTokens, long outputTokens, long cacheReadTokens, long cacheCreationTokens) {

    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);
}
