package io.github.claudebridge.session.archive;

import java.nio.file.Path;
import java.util.List;

/**
 * An archive of which every byte has been read and checked. Immutable and thread-safe.
 *
 * @param file the archive
 * @param manifest what it says about itself
 * @param entries how many files and links it has
 * @param bytes the sum of the sizes of its files
 * @param leftOut what could not be put in when it was made, with the reason; at most a thousand
 */
public record VerifiedArchive(Path file, ArchiveManifest manifest, long entries, long bytes, List<String> leftOut) {
    /** Copies the list. */
    public VerifiedArchive {
        leftOut = List.copyOf(leftOut);
    }
}
