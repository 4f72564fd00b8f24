package io.github.claudebridge.session.archive;

/**
 * An attachment in an archive. Immutable and thread-safe.
 *
 * @param name its name
 * @param restoreTo what was said when it was archived about where it belongs; not to be trusted
 */
public record ArchivedAttachment(String name, String restoreTo) {}
