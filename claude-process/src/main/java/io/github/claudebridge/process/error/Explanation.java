package io.github.claudebridge.process.error;

/**
 * A failure in words, for people. Immutable and thread-safe.
 *
 * @param message what happened, as one sentence
 * @param nextStep what to do about it, as one sentence
 */
public record Explanation(String message, String nextStep) {}
