package io.github.claudebridge.session.files;

import java.nio.file.Path;

/**
 * A file that was put into an inbox. Immutable and thread-safe.
 *
 * @param name its name there
 * @param path where it lies
 * @param size how many bytes it has
 */
public record ReceivedFile(String name, Path path, long size) {}
