package io.github.claudebridge.process.control;

/**
 * What a task has printed.
 *
 * @param text the output
 * @param totalBytes how much there is
 * @param truncated whether the text is only a part of it
 */
public record TaskOutput(String text, long totalBytes, boolean truncated) {}
