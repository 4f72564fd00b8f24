package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.MetadataEdit;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session's metadata as its process is. Never throws: an answer is worth more than the note that it was given, so trouble
 * with the metadata is logged. Thread-safe.
 */
final class SessionRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecord.class);

    /** The file knows a process's start to the second. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final SessionName name;
    private final SessionStore store;
    private final Clock clock;

    SessionRecord(SessionName name, SessionStore store, Clock clock) {
        this.name = name;
        this.store = store;
        this.clock = clock;
    }

    /** What the file says now; empty where it cannot be read. */
    Optional<Metadata> read() {
        try {
            return Optional.of(store.get(name).metadata());
        } catch (SessionException e) {
            LOG.error("The metadata of session {} was not read: {}", name.value(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Something has happened to the process. */
    void note(SupervisorEvent event) {
        if (event instanceof SupervisorEvent.Started started) {
            write(edit -> running(edit.status(SessionStatus.ACTIVE), started.pid()));
        } else if (event instanceof SupervisorEvent.IdentityChanged identity) {
            write(edit -> edit.claudeSessionId(identity.sessionId()).hasHistory(identity.hasHistory()));
        } else if (event instanceof SupervisorEvent.Crashed) {
            write(MetadataEdit::noProcess);
        } else if (event instanceof SupervisorEvent.Suspended || event instanceof SupervisorEvent.GaveUp) {
            write(SessionRecord::suspended);
        }
    }

    private void running(MetadataEdit edit, long pid) {
        ProcessHandle.of(pid)
                .ifPresent(
                        handle -> edit.process(pid, handle.info().startInstant().orElseGet(clock::instant)));
    }

    /** A turn has ended. Whether the session has a history by now is told by its process, not by this. */
    void turn(TurnResult turn) {
        Instant now = clock.instant();
        write(edit -> edit.turnCompleted(now, BigDecimal.valueOf(turn.costUsd().orElse(0)))
                .hasHistory(edit.current().hasHistory()));
    }

    /** The next process begins a session of Claude of its own. */
    void withoutHistory() {
        write(edit -> edit.claudeSessionId(UUID.randomUUID()).hasHistory(false));
    }

    /** Nothing of this host runs: what the file says is left from an earlier run, unless that process lives: another host has the session then. */
    void atRest() {
        write(edit -> {
            Metadata now = edit.current();
            if ((now.status() == SessionStatus.ACTIVE || now.pid() != null) && !lives(now)) {
                suspended(edit);
            }
        });
    }

    private static boolean lives(Metadata metadata) {
        Long pid = metadata.pid();
        Instant startedAt = metadata.pidStartedAt();
        return pid != null
                && startedAt != null
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().startInstant())
                        .filter(start ->
                                Duration.between(start, startedAt).abs().compareTo(SAME_START) < 0)
                        .isPresent();
    }

    private static void suspended(MetadataEdit edit) {
        edit.status(SessionStatus.SUSPENDED).noProcess();
    }

    private void write(Consumer<MetadataEdit> change) {
        try {
            store.update(name, change);
        } catch (SessionException e) {
            LOG.error("The metadata of session {} was not updated: {}", name.value(), e.getMessage());
        }
    }
}
