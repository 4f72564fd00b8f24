package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ClaudeProcessBuilder;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.Session;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.Persona;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session's one Claude process: started when it is needed, kept while it lives, its state told in the metadata. Thread-safe. */
final class SessionProcess implements AutoCloseable {

    private final SessionName name;
    private final SessionStore store;
    private final Claude claude;
    private final Clock clock;
    private final Consumer<TurnResult> unasked;
    private @Nullable ClaudeProcess process;
    private boolean closed;

    /**
     * @param unasked told of turns that nobody asked for, on the process's callback thread
     */
    SessionProcess(SessionName name, SessionStore store, Claude claude, Clock clock, Consumer<TurnResult> unasked) {
        this.name = name;
        this.store = store;
        this.claude = claude;
        this.clock = clock;
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
            throw new IllegalStateException("the bot is stopping");
        }
        if (process == null || process.onExit().isDone()) {
            process = start(store.get(name));
        }
        return process;
    }

    private ClaudeProcess start(Session session) {
        Metadata metadata = session.metadata();
        Persona persona = session.persona();
        ClaudeProcessBuilder builder = ClaudeProcess.builder()
                .command(claude.command())
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
        String model = metadata.model() != null
                ? metadata.model()
                : persona.settings().model().orElse(null);
        if (model != null) {
            builder.model(model);
        }
        UUID id = Objects.requireNonNullElseGet(metadata.claudeSessionId(), UUID::randomUUID);
        if (metadata.hasHistory()) {
            builder.resume(id);
        } else {
            builder.sessionId(id);
        }
        store.update(name, edit -> edit.claudeSessionId(id));
        ClaudeProcess started = builder.start();
        store.update(
                name,
                edit -> edit.status(SessionStatus.ACTIVE)
                        .process(
                                started.pid(),
                                ProcessHandle.of(started.pid())
                                        .flatMap(handle -> handle.info().startInstant())
                                        .orElseGet(clock::instant)));
        return started;
    }

    /** Writes down what a turn changed. */
    void record(ClaudeProcess running, TurnResult result) {
        Instant now = clock.instant();
        store.update(
                name,
                edit -> edit.claudeSessionId(running.sessionId())
                        .hasHistory(running.hasHistory())
                        .turnCompleted(now, BigDecimal.valueOf(result.costUsd().orElse(0))));
    }

    /** Ends the process. The session keeps its history and counts as suspended. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.close();
            store.update(name, edit -> edit.status(SessionStatus.SUSPENDED).noProcess());
        }
    }
}
