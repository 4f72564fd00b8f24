package io.github.claudebridge.session.imports;

import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;

/**
 * A session of the predecessor. Immutable and thread-safe.
 *
 * @param name its name
 * @param directory its folder
 */
public record FoundSession(SessionName name, Path directory) {}
