package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.transcript.Transcript;
import io.github.claudebridge.process.transcript.Transcripts;
import io.github.claudebridge.session.ArchiveException;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionBusyException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.archive.ArchiveOptions;
import io.github.claudebridge.session.archive.RestoreOptions;
import io.github.claudebridge.session.archive.RestoredSession;
import io.github.claudebridge.session.archive.VerifiedArchive;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.journal.ActiveSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sessions out of use and brings them back: what Claude does in them is stopped first, and chats that talk to them are taken along.
 * The exceptions are those of {@link SessionStore} and {@link SessionArchives}. Every method waits for the disk. Thread-safe; two
 * things at once with one session are refused.
 */
public final class SessionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);

    private static final int TRIES = 3;

    private final SessionStore store;
    private final Conversations conversations;
    private final ActiveSessions active;
    private final SessionAccess access;
    private final SessionArchives archives;
    private final Transcripts transcripts;

    /**
     * Keeps the sessions of a store.
     *
     * @param claude the Claude that they talk to
     */
    public SessionKeeper(
            SessionStore store,
            Conversations conversations,
            ActiveSessions active,
            SessionAccess access,
            ClaudeCommand claude) {
        this.store = store;
        this.conversations = conversations;
        this.active = active;
        this.access = access;
        this.transcripts = claude.transcripts();
        this.archives = new SessionArchives(store, transcripts);
    }

    /** Whether something is being done with a session, so that nobody can talk to it now. */
    public boolean isBusy(SessionName session) {
        return conversations.isHeld(session);
    }

    /** Stops a session, archives it, and removes it. No chat talks to it any more. */
    public VerifiedArchive archive(SessionName session, ArchiveOptions options) {
        return alone(session, () -> {
            OptionalLong owner = access.owner(session);
            access.archiving(session);
            conversations.retire(session);
            VerifiedArchive archive = archiveAtRest(session, options);
            access.archived(owner, archive.file().getFileName().toString());
            active.deactivate(session.value());
            return archive;
        });
    }

    /** What the process wrote at its end may come to the disk a moment after it. */
    private VerifiedArchive archiveAtRest(SessionName session, ArchiveOptions options) {
        for (int attempt = 1; ; attempt++) {
            try {
                return archives.archive(session, options);
            } catch (ArchiveException e) {
                if (e.kind() != ArchiveException.Problem.CHANGED || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Makes a session of an archive, with its history. */
    public RestoredSession restore(Path archive, RestoreOptions options) {
        return archives.restore(archive, options);
    }

    /** Stops a session and deletes it, with everything in its folder. No chat talks to it any more. */
    public void delete(SessionName session) {
        SessionName unused = alone(session, () -> {
            store.get(session);
            conversations.retire(session);
            store.delete(session);
            active.deactivate(session.value());
            return session;
        });
    }

    /** Stops a session and gives it another name. Claude's history comes along, and so do the chats. */
    public void rename(SessionName from, SessionName to) {
        SessionName unused = alone(from, () -> {
            conversations.retire(from);
            store.rename(from, to);
            finishRename(from, to);
            return to;
        });
    }

    /** Takes along what belongs to a session that has its other name already; can be done again. */
    public void finishRename(SessionName from, SessionName to) {
        active.rename(from.value(), to.value());
        moveHistory(store.get(to));
    }

    /** Claude resumes a session from wherever its history lies, so where that cannot be moved nothing is lost. */
    private void moveHistory(Session renamed) {
        try {
            UUID current = renamed.metadata().claudeSessionId();
            if (current != null) {
                Optional<Transcript> unused =
                        transcripts.relocate(current, store.grants().workingDirectory(renamed.name()));
            }
        } catch (IOException | SessionException e) {
            LOG.info("The history of {} stays where it was: {}", renamed.name().value(), e.getMessage());
        }
    }

    private <T> T alone(SessionName session, Supplier<T> work) {
        if (!conversations.hold(session)) {
            throw new SessionBusyException(store.home().resolve("sessions").resolve(session.value()), Duration.ZERO);
        }
        try {
            return work.get();
        } finally {
            conversations.release(session);
        }
    }
}
