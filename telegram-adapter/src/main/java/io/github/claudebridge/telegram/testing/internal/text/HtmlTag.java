package io.github.claudebridge.telegram.testing.internal.text;

/**
 * A start tag.
 *
 * @param name its name in lower case
 * @param argument what its attributes say that matters; empty for nothing
 * @param end the byte after it
 */
record HtmlTag(String name, String argument, int end) {}
