package io.github.claudebridge.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** One line of the list of sessions. Immutable and thread-safe. */
public sealed interface SessionEntry {

    /** The name. */
    SessionName name();

    /** When the session was last used, as far as can be known. */
    Instant lastActivityAt();

    /**
     * A session that can be used.
     *
     * @param session the session
     * @param metadata its metadata when the list was made
     */
    record Healthy(Session session, Metadata metadata) implements SessionEntry {
        @Override
        public SessionName name() {
            return session.name();
        }

        @Override
        public Instant lastActivityAt() {
            return metadata.lastActivityAt();
        }
    }

    /**
     * A session whose metadata cannot be understood.
     *
     * @param name its name
     * @param lastActivityAt when its folder was last changed
     * @param reason what is wrong, for a user
     * @param lastGoodCopy its metadata as this program last wrote it, if kept; {@link SessionStore#repair} uses it
     */
    record Damaged(SessionName name, Instant lastActivityAt, String reason, Optional<Path> lastGoodCopy)
            implements SessionEntry {}
}
