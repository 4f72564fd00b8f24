package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.Persona;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session's one Claude process: started when it is needed and kept while it lives. Thread-safe. */
final class SessionProcess implements AutoCloseable {

    private final SessionName name;
    private final SessionStore store;
    private final ClaudeCommand claude;
    private final SessionRecord record;
    private final Consumer<TurnResult> unasked;
    private @Nullable ClaudeProcess process;
    private boolean closed;

    /**
     * @param unasked told of turns that nobody asked for, on the process's callback thread
     */
    SessionProcess(
            SessionName name,
            SessionStore store,
            ClaudeCommand claude,
            SessionRecord record,
            Consumer<TurnResult> unasked) {
        this.name = name;
        this.store = store;
        this.claude = claude;
        this.record = record;
        this.unasked = unasked;
    }

    /**
     * The live process, started if there is none: with the session's history, if it has any.
     *
     * @throws io.github.claudebridge.process.error.ClaudeException if it cannot be started
     * @throws io.github.claudebridge.session.SessionException if the session cannot be read or written
     * @throws IllegalStateException after {@link #close}
     */
    synchronized ClaudeProcess running() {
        if (closed) {
            throw new IllegalStateException("The bot is stopping.");
        }
        if (process == null || process.onExit().isDone()) {
            Session session = store.get(name);
            process = start(session);
            record.running(process);
        }
        return process;
    }

    private ClaudeProcess start(Session session) {
        Metadata metadata = session.metadata();
        UUID id = Objects.requireNonNullElseGet(metadata.claudeSessionId(), UUID::randomUUID);
        store.update(name, edit -> edit.claudeSessionId(id));
        if (metadata.hasHistory()) {
            return prepare(session).resume(id).start();
        }
        try {
            return prepare(session).sessionId(id).start();
        } catch (ClaudeException e) {
            // Its first turn was cut off before we could write down that there is a history.
            if (e.error() instanceof ClaudeError.SessionInUse) {
                return prepare(session).resume(id).start();
            }
            throw e;
        }
    }

    private ClaudeProcessBuilder prepare(Session session) {
        Persona persona = session.persona();
        ClaudeProcessBuilder builder = ClaudeProcess.builder()
                .command(claude.words())
                .environment(claude.environment())
                .directory(session.directory())
                .appendSystemPrompt(persona.systemPrompt())
                .listener(new ClaudeListener() {
                    @Override
                    public void onComplete(TurnResult turn) {
                        if (turn.isUnasked()) {
                            unasked.accept(turn);
                        }
                    }
                });
        String model = session.metadata().model();
        if (model != null) {
            return builder.model(model);
        }
        return persona.settings().model().map(builder::model).orElse(builder);
    }

    /** The process, if there was one, dead or alive. */
    synchronized @Nullable ClaudeProcess last() {
        return process;
    }

    /** Ends the process, and returns when nothing of its tree lives. The session keeps its history and counts as suspended. */
    @Override
    public void close() {
        ClaudeProcess last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last != null) {
            last.close();
            record.suspended(last);
        }
    }
}
