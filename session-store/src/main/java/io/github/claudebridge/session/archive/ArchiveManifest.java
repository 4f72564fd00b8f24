package io.github.claudebridge.session.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an archive says about itself. Immutable and thread-safe.
 *
 * @param name name of the archived session
 * @param archivedAt when it was archived
 * @param lastActivityAt when it was last used
 * @param turns how many turns it had
 * @param claudeSessionId id of Claude's session, if it had one
 * @param workingDirectory the external directory it worked in, if it did
 * @param workspaceIncluded whether that directory is in the archive
 * @param attachments what else is in it
 */
public record ArchiveManifest(
        String name,
        Instant archivedAt,
        Instant lastActivityAt,
        long turns,
        Optional<UUID> claudeSessionId,
        Optional<String> workingDirectory,
        boolean workspaceIncluded,
        List<ArchivedAttachment> attachments) {

    /** Copies the list. */
    public ArchiveManifest {
        attachments = List.copyOf(attachments);
    }
}
