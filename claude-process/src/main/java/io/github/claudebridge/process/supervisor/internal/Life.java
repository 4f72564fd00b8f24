package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The states of a conversation, and the ways from one to the next. Guarded by its {@link Keeper}; knows nothing of prompts.
 *
 * <pre>
 * SUSPENDED -want-> WAITING_FOR_ROOM -admitted-> STARTING -started-> LIVE -stop, stuck-> STOPPING
 *     STARTING -notStarted->, LIVE and STOPPING -ended-> SUSPENDED, or BACKING_OFF -resume-> WAITING_FOR_ROOM
 * </pre>
 */
final class Life {

    private final Keeper keeper;
    private final Shared shared;
    private final Herald herald;
    private final CrashCount crashes;
    private final Waiters<ClaudeProcess> startWaiters;
    private final Waiters<ConversationState> endWaiters;
    private ConversationState state = ConversationState.SUSPENDED;
    private volatile @Nullable Running running;
    private @Nullable SuspendReason endWanted;
    private boolean closed;
    private Instant wantedAt = Instant.MIN;
    private @Nullable Instant quietSince;

    Life(Keeper keeper, Shared shared, Herald herald) {
        this.keeper = keeper;
        this.shared = shared;
        this.herald = herald;
        this.crashes = new CrashCount(shared.restarts());
        this.startWaiters = new Waiters<>(shared.pool());
        this.endWaiters = new Waiters<>(shared.pool());
    }

    ConversationState state() {
        return state;
    }

    /** The process, if it lives and is not being ended. */
    @Nullable Running live() {
        return state == ConversationState.LIVE ? running : null;
    }

    /** The process, as long as it is not known to be gone. From any thread. */
    @Nullable Running running() {
        return running;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether there is no process, and nobody waits for one. */
    boolean isAtRest() {
        return state == ConversationState.SUSPENDED && !startWaiters.isWaiting();
    }

    /** Nothing is started any more. */
    void close() {
        closed = true;
    }

    // From suspended to live

    void want() {
        if (state == ConversationState.SUSPENDED && !closed) {
            seekRoom();
        }
    }

    CompletableFuture<ClaudeProcess> start() {
        CompletableFuture<ClaudeProcess> started = startWaiters.add();
        want();
        return started;
    }

    private void seekRoom() {
        wantedAt = shared.clock().instant();
        state = ConversationState.WAITING_FOR_ROOM;
        if (!shared.places().request(keeper)) {
            herald.waitingForRoom();
        }
    }

    /** There may be room; whether a process is to be started now. */
    boolean admitted() {
        if (state != ConversationState.WAITING_FOR_ROOM || !shared.places().isHeldBy(keeper)) {
            return false;
        }
        state = ConversationState.STARTING;
        return true;
    }

    void starting(boolean resumes) {
        herald.starting(resumes, quietSince);
    }

    /** It is there; it may be unwanted by now. */
    void started(Running launched) {
        running = launched;
        state = ConversationState.LIVE;
        herald.started(launched, wantedAt);
        startWaiters.complete(launched.process());
        if (endWanted != null) {
            end();
        }
    }

    void notStarted(ClaudeError error) {
        shared.places().leave(keeper);
        if (endWanted != null) {
            suspended(endWanted);
        } else if (Crashes.isWorthAnotherTry(error)) {
            crashed(error);
        } else {
            giveUp(error);
        }
    }

    // From live to suspended

    /** Ends it, whatever it does; completes when it is gone. */
    CompletableFuture<ConversationState> suspend(SuspendReason reason) {
        startWaiters.fail(new ClaudeException(new ClaudeError.Closed()));
        if (state == ConversationState.SUSPENDED) {
            return CompletableFuture.completedFuture(state);
        }
        CompletableFuture<ConversationState> gone = endWaiters.add();
        switch (state) {
            case WAITING_FOR_ROOM -> {
                shared.places().leave(keeper);
                suspended(reason);
            }
            case BACKING_OFF -> suspended(reason);
            case LIVE -> stop(reason);
            case STARTING, STOPPING -> endWanted = endWanted == null ? reason : endWanted;
            case SUSPENDED -> {}
        }
        return gone;
    }

    /** Ends it on purpose. */
    void stop(SuspendReason reason) {
        endWanted = reason;
        end();
    }

    /** Ends it because it answers nothing any more. */
    void stuck(Running with, ClaudeError error) {
        if (live() == with) {
            with.stuck(error);
            end();
        }
    }

    private void end() {
        Running with = running;
        if (with != null) {
            state = ConversationState.STOPPING;
            keeper.busy();
            shared.pool().execute(with.process()::close);
        }
    }

    void quiet() {
        quietSince = shared.clock().instant();
    }

    /** Something came to a good end, so that crashes before it do not count. */
    void succeeded() {
        crashes.reset();
    }

    /**
     * It is gone, and everything of it is settled.
     *
     * @return why, if it was against everybody's will; null where it was not
     */
    @Nullable ClaudeError ended(Running gone) {
        running = null;
        keeper.busy();
        quiet();
        gone.resources().close();
        shared.places().leave(keeper);
        ClaudeError crash = endWanted == null ? gone.crash() : null;
        if (crash == null) {
            suspended(endWanted == null ? SuspendReason.ENDED : endWanted);
        } else {
            crashes.ended(gone.startedAt(), shared.clock().instant());
            crashed(crash);
        }
        return crash;
    }

    private void suspended(SuspendReason reason) {
        herald.suspended(reason);
        atRest();
        if (keeper.hasMail() || startWaiters.isWaiting()) {
            want();
        }
    }

    /** To be called when the herald knows it: whoever waits for the end may count on being told before. */
    private void atRest() {
        state = ConversationState.SUSPENDED;
        endWanted = null;
        keeper.busy();
        endWaiters.complete(state);
    }

    private void crashed(ClaudeError error) {
        Duration pause = crashes.add();
        if (pause == null) {
            herald.crashed(error, 0, Duration.ZERO);
            giveUp(error);
        } else {
            state = ConversationState.BACKING_OFF;
            keeper.wakeAfter(pause);
            herald.crashed(error, crashes.inARow(), pause);
        }
    }

    /** The pause after a crash is over. */
    void resume() {
        keeper.busy();
        seekRoom();
    }

    private void giveUp(ClaudeError error) {
        crashes.reset();
        herald.gaveUp(error);
        atRest();
        keeper.gaveUp(error);
        startWaiters.fail(new ClaudeException(error));
    }
}
