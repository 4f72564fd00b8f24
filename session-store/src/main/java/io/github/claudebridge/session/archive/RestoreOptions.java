package io.github.claudebridge.session.archive;

import io.github.claudebridge.session.SessionName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to restore. Immutable and thread-safe.
 *
 * @param as name of the restored session; empty for the name it had
 * @param placement decides where attachments go
 * @param limits what the archive may unpack to; the default ones do not hold for archives in the home's own folder
 * @param monitor watches the work
 */
public record RestoreOptions(
        Optional<SessionName> as, Placement placement, ArchiveLimits limits, ArchiveMonitor monitor) {

    /** Decides where attachments go. */
    @FunctionalInterface
    public interface Placement {

        /**
         * The absolute place for an attachment; nothing may be there, except the same content.
         *
         * @param attachment the attachment; what it says about its place is not to be trusted
         * @param session the folder that the session is going to have
         * @return empty to leave it in the archive
         */
        Optional<Path> place(ArchivedAttachment attachment, Path session);
    }

    /** Under the same name, without attachments, with the usual limits. */
    public static RestoreOptions defaults() {
        return new RestoreOptions(
                Optional.empty(),
                (attachment, session) -> Optional.empty(),
                ArchiveLimits.defaults(),
                ArchiveMonitor.NONE);
    }

    /** The same under another name. */
    public RestoreOptions withName(SessionName other) {
        return new RestoreOptions(Optional.of(other), placement, limits, monitor);
    }

    /** The same with places for attachments. */
    public RestoreOptions withPlacement(Placement other) {
        return new RestoreOptions(as, other, limits, monitor);
    }

    /** The same with other limits. */
    public RestoreOptions withLimits(ArchiveLimits other) {
        return new RestoreOptions(as, placement, other, monitor);
    }

    /** The same, watched. */
    public RestoreOptions withMonitor(ArchiveMonitor other) {
        return new RestoreOptions(as, placement, limits, other);
    }
}
