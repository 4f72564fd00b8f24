package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.Session;
import java.util.List;

/**
 * A session that has come out of an archive. Immutable and thread-safe.
 *
 * @param session the session; it asks before everything, is not trusted, and works in its own folder
 * @param manifest what the archive said about itself
 * @param setAside settings of the project that would have taken effect by themselves; they lie, with the same path, in
 *     the session's folder {@code set-aside}
 * @param leftOut what was not in the archive, with the reason
 * @param notPlaced attachments that stayed in the archive
 */
public record RestoredSession(
        Session session,
        ArchiveManifest manifest,
        List<String> setAside,
        List<String> leftOut,
        List<ArchivedAttachment> notPlaced) {
    /** Copies the lists. */
    public RestoredSession {
        setAside = List.copyOf(setAside);
        leftOut = List.copyOf(leftOut);
        notPlaced = List.copyOf(notPlaced);
    }
}
