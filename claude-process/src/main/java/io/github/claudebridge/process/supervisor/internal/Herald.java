package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.internal.SerialExecutor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.supervisor.SupervisorListener;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host what happens in one conversation: in order, and never on the thread that it happens on. Thread-safe. */
final class Herald {

    private static final Logger log = LoggerFactory.getLogger(Herald.class);

    private final String key;
    private final SupervisorListener listener;
    private final Clock clock;
    private final Executor queue;

    Herald(String key, SupervisorListener listener, Clock clock, Executor pool) {
        this.key = key;
        this.listener = listener;
        this.clock = clock;
        this.queue = new SerialExecutor(pool);
    }

    void waitingForRoom() {
        tell(new SupervisorEvent.WaitingForRoom(key));
    }

    void starting(boolean resumes, @Nullable Instant quietSince) {
        Duration quiet = quietSince == null ? null : Duration.between(quietSince, clock.instant());
        tell(new SupervisorEvent.Starting(key, resumes, quiet));
    }

    void started(Running launched, Instant wantedAt) {
        tell(new SupervisorEvent.Started(
                key,
                launched.process().pid(),
                launched.process().sessionId(),
                launched.isResumed(),
                Duration.between(wantedAt, launched.startedAt())));
    }

    void identity(UUID id, boolean hasHistory, @Nullable UUID earlier) {
        tell(new SupervisorEvent.IdentityChanged(key, id, hasHistory, earlier));
    }

    void silent(Duration silence) {
        tell(new SupervisorEvent.Silent(key, silence));
    }

    void suspended(SuspendReason reason) {
        tell(new SupervisorEvent.Suspended(key, reason));
    }

    /** A crash; 0 as the attempt where there will be no other. */
    void crashed(ClaudeError error, int attempt, Duration pause) {
        tell(new SupervisorEvent.Crashed(key, error, attempt, pause));
    }

    void gaveUp(ClaudeError error) {
        tell(new SupervisorEvent.GaveUp(key, error));
    }

    void memoryExceeded(long used, long limit) {
        tell(new SupervisorEvent.MemoryExceeded(key, used, limit));
    }

    /** Completes with the value when the host has been told everything that has happened by now. */
    <T> CompletableFuture<T> told(T value) {
        return CompletableFuture.supplyAsync(() -> value, queue);
    }

    private void tell(SupervisorEvent event) {
        log.debug("{}", event);
        queue.execute(() -> {
            try {
                listener.on(event);
            } catch (RuntimeException | Error failure) {
                log.warn("The listener of the supervisor failed at {}", event, failure);
            }
        });
    }
}
