package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.MetadataEdit;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into a session's metadata what its process does. Never throws: an answer is worth more than the note that it was given,
 * so trouble with the metadata is logged. Thread-safe.
 */
final class SessionRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecord.class);

    private final SessionName name;
    private final SessionStore store;
    private final Clock clock;

    SessionRecord(SessionName name, SessionStore store, Clock clock) {
        this.name = name;
        this.store = store;
        this.clock = clock;
    }

    /** A process was started. */
    void running(ClaudeProcess process) {
        Instant startedAt = ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().startInstant())
                .orElseGet(clock::instant);
        write(edit -> edit.status(SessionStatus.ACTIVE).process(process.pid(), startedAt));
    }

    /** A turn has ended. */
    void turn(ClaudeProcess process, TurnResult turn) {
        Instant now = clock.instant();
        write(edit -> identity(edit, process)
                .turnCompleted(now, BigDecimal.valueOf(turn.costUsd().orElse(0))));
    }

    /** A turn was cut off: what Claude has of it is in its history. */
    void cutOff(ClaudeProcess process) {
        write(edit -> identity(edit, process));
    }

    /** The process was ended on purpose. */
    void suspended(ClaudeProcess process) {
        write(edit -> identity(edit, process).status(SessionStatus.SUSPENDED).noProcess());
    }

    private static MetadataEdit identity(MetadataEdit edit, ClaudeProcess process) {
        return edit.claudeSessionId(process.sessionId()).hasHistory(process.hasHistory());
    }

    private void write(Consumer<MetadataEdit> change) {
        try {
            store.update(name, change);
        } catch (SessionException e) {
            LOG.error("The metadata of session {} was not updated: {}", name.value(), e.getMessage());
        }
    }
}
