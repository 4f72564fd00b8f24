package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.ExitStatus;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.SuspendReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The life of one conversation, from state to state. Thread-safe: its lock is held only for moments; processes are started and ended,
 * and futures completed, on the pool without it.
 */
final class Keeper {

    private final String key;
    private final Shared shared;
    private final Herald herald;
    private final Mailbox mail;
    private final History history = new History();
    private final CrashCount crashes;
    private final IdleClock idle;
    private final Waiters<ClaudeProcess> startWaiters;
    private final Waiters<ConversationState> endWaiters;
    private ConversationState state = ConversationState.SUSPENDED;
    private volatile @Nullable Running running;
    private @Nullable SuspendReason endWanted;
    private boolean closed;
    private Instant wantedAt = Instant.MIN;
    private @Nullable Instant quietSince;

    Keeper(String key, Shared shared) {
        this.key = key;
        this.shared = shared;
        this.herald = new Herald(key, shared.listener(), shared.clock(), shared.pool());
        this.mail = new Mailbox(shared.pool());
        this.crashes = new CrashCount(shared.restarts());
        this.idle = new IdleClock(shared.clock(), shared.alarms(), this::due);
        this.startWaiters = new Waiters<>(shared.pool());
        this.endWaiters = new Waiters<>(shared.pool());
    }

    // What the host wants

    synchronized Turn send(Prompt prompt) {
        Turn turn = mail.add(prompt);
        if (closed) {
            mail.failWaiting(new ClaudeError.Closed());
        } else {
            want();
            deliver();
        }
        return turn;
    }

    synchronized Turn steer(Prompt prompt) {
        Running with = running;
        if (state != ConversationState.LIVE || with == null || !mail.hasOpen()) {
            return send(prompt);
        }
        QueuedTurn turn = mail.addOpen(prompt);
        follow(with, turn, with.process().steer(prompt));
        return turn;
    }

    synchronized CompletableFuture<ClaudeProcess> start() {
        if (closed) {
            return CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.Closed()));
        }
        ClaudeProcess process = live();
        if (process != null) {
            return CompletableFuture.completedFuture(process);
        }
        CompletableFuture<ClaudeProcess> live = startWaiters.add();
        want();
        return live;
    }

    synchronized @Nullable ClaudeProcess live() {
        Running with = running;
        if (state != ConversationState.LIVE || with == null) {
            return null;
        }
        idle.touch();
        return with.process();
    }

    synchronized List<UUID> cancelWaiting() {
        return mail.cancelWaiting();
    }

    synchronized void idleTimeout(Duration timeout) {
        idle.timeout(timeout);
    }

    /** Ends the process, if there is one, and fails what waits; completes when it is gone. */
    synchronized CompletableFuture<ConversationState> suspend(SuspendReason reason) {
        mail.failWaiting(new ClaudeError.Closed());
        startWaiters.fail(new ClaudeException(new ClaudeError.Closed()));
        if (state == ConversationState.SUSPENDED) {
            return CompletableFuture.completedFuture(state);
        }
        CompletableFuture<ConversationState> end = endWaiters.add();
        switch (state) {
            case WAITING_FOR_ROOM -> {
                shared.places().leave(this);
                suspended(reason);
            }
            case BACKING_OFF -> suspended(reason);
            case STARTING -> endWanted = reason;
            case LIVE -> stop(reason);
            case STOPPING, SUSPENDED -> {}
        }
        return end;
    }

    /** Ends the process, unless there is something to do for it. */
    synchronized boolean suspendIfIdle(SuspendReason reason) {
        Running with = running;
        if (state != ConversationState.LIVE || with == null || isBusy(with)) {
            return false;
        }
        stop(reason);
        return true;
    }

    /** Takes nothing more; completes when the process is gone and the host knows everything. */
    synchronized CompletableFuture<ConversationState> close() {
        closed = true;
        return suspend(SuspendReason.CLOSED).thenCompose(herald::told);
    }

    // From suspended to live

    private void want() {
        if (state == ConversationState.SUSPENDED) {
            wantedAt = shared.clock().instant();
            seekRoom();
        }
    }

    private void seekRoom() {
        state = ConversationState.WAITING_FOR_ROOM;
        if (!shared.places().request(this)) {
            herald.waitingForRoom();
        }
    }

    /** There may be room. Called from the pool. */
    void admitted() {
        synchronized (this) {
            if (state != ConversationState.WAITING_FOR_ROOM || !shared.places().isHeldBy(this)) {
                return;
            }
            state = ConversationState.STARTING;
        }
        IdentityTeller identity = new IdentityTeller(history, herald);
        Watcher watcher = new Watcher(this::activity, identity::is, this::silent);
        try {
            Running launched = shared.launcher().launch(key, watcher, history, this::starting);
            identity.began(launched);
            started(launched, watcher);
        } catch (ClaudeException e) {
            notStarted(e.error());
        } catch (RuntimeException | Error failure) {
            notStarted(new ClaudeError.CallbackFailed("describe", failure));
        }
    }

    private synchronized void starting(boolean resumes) {
        herald.starting(resumes, quietSince);
    }

    private synchronized void started(Running launched, Watcher watcher) {
        ClaudeProcess process = launched.process();
        running = launched;
        state = ConversationState.LIVE;
        idle.timeout(launched.spec().idleTimeout());
        launched.watch(watcher, new SilenceGuard(shared, process, herald::silent, error -> stuck(launched, error)));
        herald.started(launched, wantedAt);
        CompletableFuture<Void> unused =
                process.onExit().thenAcceptAsync(exit -> exited(launched, exit), shared.pool());
        startWaiters.complete(process);
        if (endWanted != null) {
            stop(endWanted);
        } else {
            deliver();
            activity();
        }
    }

    private synchronized void notStarted(ClaudeError error) {
        shared.places().leave(this);
        if (endWanted != null) {
            suspended(endWanted);
        } else if (Crashes.isWorthAnotherTry(error)) {
            crashed(error);
        } else {
            giveUp(error);
        }
    }

    // While it lives

    /** Hands the next prompt over, when the process is there and has none. */
    private void deliver() {
        Running with = running;
        if (state == ConversationState.LIVE && with != null && with.listens()) {
            QueuedTurn turn = mail.next();
            if (turn != null) {
                idle.busy();
                follow(with, turn, with.process().send(turn.prompt()));
            }
        }
    }

    private void follow(Running with, QueuedTurn turn, Turn sent) {
        CompletableFuture<TurnResult> unused = sent.result()
                .whenCompleteAsync((result, failure) -> turnEnded(with, turn, result, failure), shared.pool());
    }

    private synchronized void turnEnded(
            Running with, QueuedTurn turn, @Nullable TurnResult result, @Nullable Throwable failure) {
        mail.ended(turn, result, failure);
        if (result != null) {
            crashes.reset();
        }
        quietSince = shared.clock().instant();
        ExitStatus exit = with.exit();
        if (exit != null) {
            exited(with, exit);
        } else {
            deliver();
            activity();
        }
    }

    /** Something happened that may have made it busy or idle. */
    private synchronized void activity() {
        Running with = running;
        if (state != ConversationState.LIVE || with == null) {
            return;
        }
        if (isBusy(with)) {
            idle.busy();
        } else if (idle.idle()) {
            shared.pool().execute(shared.places()::review);
        }
    }

    private boolean isBusy(Running with) {
        return !mail.isIdle() || with.isBusy();
    }

    private void silent(Duration silence) {
        Running with = running;
        if (with != null) {
            with.guard().check(silence);
        }
    }

    // From live to suspended

    /** A time has come, or may have: to suspend it, or to start it again. */
    synchronized void due() {
        if (!idle.isDue()) {
            idle.rearm();
        } else if (state == ConversationState.BACKING_OFF) {
            idle.busy();
            seekRoom();
        } else {
            suspendIfIdle(SuspendReason.IDLE);
        }
    }

    private void stop(SuspendReason reason) {
        endWanted = reason;
        end();
    }

    private synchronized void stuck(Running with, ClaudeError error) {
        if (running == with && state == ConversationState.LIVE) {
            with.stuck(error);
            end();
        }
    }

    private void end() {
        Running with = running;
        if (with != null) {
            state = ConversationState.STOPPING;
            idle.busy();
            shared.pool().execute(with.process()::close);
        }
    }

    private synchronized void exited(Running gone, ExitStatus exit) {
        if (running != gone) {
            return;
        }
        gone.exited(exit);
        if (mail.hasOpen()) {
            // Its turns are about to end or to fail; that decides how to go on.
            return;
        }
        running = null;
        idle.busy();
        quietSince = shared.clock().instant();
        if (gone.process().hasHistory()) {
            history.learn(gone.process().sessionId(), History.Evidence.LIKELY);
        }
        gone.resources().close();
        shared.places().leave(this);
        ClaudeError crash = gone.crash(exit);
        if (crash == null || endWanted != null) {
            mail.failLost(new ClaudeError.Closed());
            suspended(endWanted == null ? SuspendReason.ENDED : endWanted);
        } else {
            crashes.ended(gone.startedAt(), quietSince);
            crashed(crash);
            mail.sortLost(
                    promptId -> shared.lostPrompts()
                            .isUntouched(gone.spec(), gone.process().sessionId(), promptId),
                    (again, hopeless) -> lostSorted(again, hopeless, crash));
        }
    }

    private void suspended(SuspendReason reason) {
        state = ConversationState.SUSPENDED;
        endWanted = null;
        idle.busy();
        herald.suspended(reason);
        endWaiters.complete(state);
        if (mail.hasWaiting() || startWaiters.isWaiting()) {
            want();
        }
    }

    private void crashed(ClaudeError error) {
        Duration pause = crashes.add();
        if (pause == null) {
            herald.crashed(error, 0, Duration.ZERO);
            giveUp(error);
        } else {
            state = ConversationState.BACKING_OFF;
            idle.wakeAfter(pause);
            herald.crashed(error, crashes.inARow(), pause);
        }
    }

    private void giveUp(ClaudeError error) {
        state = ConversationState.SUSPENDED;
        crashes.reset();
        endWanted = null;
        idle.busy();
        herald.gaveUp(error);
        mail.failLost(error);
        mail.failWaiting(error);
        startWaiters.fail(new ClaudeException(error));
        endWaiters.complete(state);
    }

    private synchronized void lostSorted(List<QueuedTurn> again, List<QueuedTurn> hopeless, ClaudeError error) {
        mail.sorted(again, hopeless, error);
        if (state == ConversationState.SUSPENDED) {
            mail.failWaiting(error);
        }
        deliver();
        activity();
    }

    synchronized ConversationState state() {
        return state;
    }

    void memoryExceeded(long used, long limit) {
        herald.memoryExceeded(used, limit);
    }

    /** Since when nothing happens; null while it is busy, or has no process. Takes no lock. */
    @Nullable Instant idleSince() {
        return idle.since();
    }

    /** The process id; 0 while there is none. Takes no lock. */
    long pid() {
        Running with = running;
        return with == null ? 0 : with.process().pid();
    }
}
