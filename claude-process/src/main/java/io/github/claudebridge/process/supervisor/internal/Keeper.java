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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One conversation: its prompts, and by way of its {@link Life} the process that they go to. Thread-safe: its lock is held only for
 * moments; processes are started and ended, and futures completed, on the pool without it.
 */
final class Keeper implements Watcher.Observer {

    /** A finished task in the background makes the CLI speak, but not at once. */
    private static final Duration BEFORE_REPORT = Duration.ofSeconds(3);

    private final String key;
    private final Shared shared;
    private final Herald herald;
    private final Mailbox mail;
    private final History history = new History();
    private final IdleClock idle;
    private final Life life;
    private volatile @Nullable Lifeline lifeline;

    Keeper(String key, Shared shared) {
        this.key = key;
        this.shared = shared;
        this.herald = new Herald(key, shared.listener(), shared.clock(), shared.pool());
        this.mail = new Mailbox(shared.pool());
        this.idle = new IdleClock(shared.clock(), shared.alarms(), this::due);
        this.life = new Life(this, shared, herald);
    }

    // What the host wants

    synchronized Turn send(Prompt prompt) {
        Turn turn = mail.add(prompt);
        if (life.isClosed()) {
            mail.failWaiting(new ClaudeError.Closed());
        } else {
            life.want();
            deliver();
        }
        return turn;
    }

    synchronized Turn steer(Prompt prompt) {
        Running with = life.live();
        if (with == null || !mail.hasOpen()) {
            return send(prompt);
        }
        QueuedTurn turn = mail.addOpen(prompt);
        follow(with, turn, with.process().steer(prompt));
        return turn;
    }

    synchronized CompletableFuture<ClaudeProcess> start() {
        if (life.isClosed()) {
            return CompletableFuture.failedFuture(new ClaudeException(new ClaudeError.Closed()));
        }
        ClaudeProcess process = live();
        return process == null ? life.start() : CompletableFuture.completedFuture(process);
    }

    synchronized @Nullable ClaudeProcess live() {
        Running with = life.live();
        if (with == null) {
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
        return life.suspend(reason);
    }

    /** Ends the process, unless there is something to do for it. */
    synchronized boolean suspendIfIdle(SuspendReason reason) {
        Running with = life.live();
        if (with == null || isBusy(with) || idle.isHeld()) {
            return false;
        }
        life.stop(reason);
        return true;
    }

    /** Takes nothing more; completes when the process is gone and the host knows everything. */
    synchronized CompletableFuture<ConversationState> close() {
        life.close();
        return suspend(SuspendReason.CLOSED).thenCompose(herald::told);
    }

    /** Kills the process with all that it started, also one that is not ready yet. Takes a moment. */
    void kill() {
        Lifeline line = lifeline;
        if (line != null) {
            line.cut();
        }
    }

    /** Whether nothing would be lost with it. */
    synchronized boolean isAtRest() {
        return life.isAtRest() && mail.isIdle();
    }

    // The start of a process

    /** There may be room. Called from the pool. */
    void admitted() {
        synchronized (this) {
            if (!life.admitted()) {
                return;
            }
        }
        IdentityTeller identity = new IdentityTeller(history, herald);
        Watcher watcher = new Watcher(this, identity::is);
        Lifeline line = new Lifeline();
        lifeline = line;
        try {
            Running launched = shared.launcher().launch(key, watcher, history, line, this::starting);
            identity.began(launched);
            started(launched, watcher);
        } catch (ClaudeException e) {
            notStarted(line, e.error());
        } catch (Throwable failure) {
            notStarted(line, new ClaudeError.SpawnFailed(failure.toString()));
        }
    }

    private synchronized void starting(boolean resumes) {
        life.starting(resumes);
    }

    private synchronized void started(Running launched, Watcher watcher) {
        ClaudeProcess process = launched.process();
        idle.timeout(launched.spec().idleTimeout());
        launched.watch(watcher, new SilenceGuard(shared, process, herald::silent, error -> stuck(launched, error)));
        life.started(launched);
        CompletableFuture<Void> unused =
                process.onExit().thenAcceptAsync(exit -> exited(launched, exit), shared.pool());
        deliver();
        activity();
    }

    private void notStarted(Lifeline line, ClaudeError error) {
        line.cut();
        synchronized (this) {
            lifeline = null;
            life.notStarted(error);
        }
    }

    // While it lives

    /** Hands the next prompt over, when the process is there and has none. */
    private void deliver() {
        Running with = life.live();
        if (with != null && with.listens()) {
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
            life.succeeded();
        }
        life.quiet();
        if (with.hasExited()) {
            settle(with);
        } else {
            deliver();
            activity();
        }
    }

    @Override
    public synchronized void activity() {
        Running with = life.live();
        if (with == null) {
            return;
        }
        if (isBusy(with)) {
            idle.busy();
        } else if (idle.idle()) {
            shared.pool().execute(shared.places()::review);
        }
    }

    @Override
    public synchronized void tasksEnded() {
        idle.hold(BEFORE_REPORT);
        activity();
    }

    @Override
    public void silent(Duration silence) {
        Running with = life.running();
        if (with != null) {
            with.guard().check(silence);
        }
    }

    private boolean isBusy(Running with) {
        return !mail.isIdle() || with.isBusy();
    }

    /** A time has come, or may have: to suspend it, or to start it again. */
    synchronized void due() {
        if (!idle.isDue()) {
            idle.rearm();
            shared.pool().execute(shared.places()::review);
        } else if (life.state() == ConversationState.BACKING_OFF) {
            life.resume();
        } else {
            suspendIfIdle(SuspendReason.IDLE);
        }
    }

    private synchronized void stuck(Running with, ClaudeError error) {
        life.stuck(with, error);
    }

    // The end of a process

    private synchronized void exited(Running gone, ExitStatus exit) {
        gone.exited(exit);
        settle(gone);
    }

    /** It is gone. As long as it had prompts, these are about to end or to fail, and that decides how to go on. */
    private void settle(Running gone) {
        if (life.running() != gone || mail.hasOpen()) {
            return;
        }
        lifeline = null;
        ClaudeProcess process = gone.process();
        if (process.hasHistory()) {
            history.learn(process.sessionId(), History.Evidence.LIKELY);
        }
        ClaudeError crash = life.ended(gone);
        if (crash == null) {
            mail.failLost(new ClaudeError.Closed());
        } else {
            mail.sortLost(
                    promptId -> shared.lostPrompts().isUntouched(gone.spec(), process.sessionId(), promptId),
                    (again, hopeless) -> lostSorted(again, hopeless, crash));
        }
    }

    private synchronized void lostSorted(List<QueuedTurn> again, List<QueuedTurn> hopeless, ClaudeError error) {
        mail.sorted(again, hopeless, error);
        if (life.state() == ConversationState.SUSPENDED) {
            mail.failWaiting(error);
        }
        deliver();
        activity();
    }

    // What its life needs; with the lock held

    boolean hasMail() {
        return mail.hasWaiting();
    }

    void busy() {
        idle.busy();
    }

    void wakeAfter(Duration pause) {
        idle.wakeAfter(pause);
    }

    void gaveUp(ClaudeError error) {
        mail.failLost(error);
        mail.failWaiting(error);
    }

    // What others look at

    synchronized ConversationState state() {
        return life.state();
    }

    void memoryExceeded(long used, long limit) {
        herald.memoryExceeded(used, limit);
    }

    /** The time in which nothing happens; null while it is busy, or has no process. Takes no lock. */
    @Nullable Idleness idleness() {
        return idle.idleness();
    }

    /** The process id; 0 while there is none. Takes no lock. */
    long pid() {
        Running with = life.running();
        return with == null ? 0 : with.process().pid();
    }
}
