package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;
import java.time.Instant;

/** One line of the list of archives. Immutable and thread-safe. */
public sealed interface ArchiveListing {

    /** The file. */
    Path file();

    /** The session, by the name of the file. */
    SessionName session();

    /** When it was archived, by the name of the file. */
    Instant archivedAt();

    /**
     * An archive whose beginning can be read; only a verification tells about the rest.
     *
     * @param bytes size of the file
     * @param manifest what it says about itself
     */
    record Intact(Path file, SessionName session, Instant archivedAt, long bytes, ArchiveManifest manifest)
            implements ArchiveListing {}

    /**
     * A file that cannot be read as an archive.
     *
     * @param reason what is wrong, for a user
     */
    record Damaged(Path file, SessionName session, Instant archivedAt, String reason) implements ArchiveListing {}
}
