package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was said and what is to be said: queues prompts, follows the events, and tells the listener. Thread-safe; its lock is held only
 * for moments, never while something waits.
 */
final class Conversation {

    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(5);

    private final Announcer announcer;
    private final Outlet outlet;
    private final Identity identity;
    private final CostMeter cost;
    private final TurnBook turns = new TurnBook();
    private final StatusTracker tracker = new StatusTracker();
    private final AnswerText answer = new AnswerText();
    private final SilenceWatch silence;
    private final KnownPrompts known = new KnownPrompts();
    private Status lastStatus = Status.STARTING;
    private @Nullable ClaudeError end;
    private boolean backgroundWork;
    private boolean steerable;

    /**
     * @param announcer tells the listener
     * @param outlet sends a prompt to the CLI without waiting; false when it cannot
     * @param silence how long nothing may come in a turn before the listener is told
     */
    Conversation(Announcer announcer, Outlet outlet, Identity identity, CostMeter cost, Duration silence) {
        this.announcer = announcer;
        this.outlet = outlet;
        this.silence = new SilenceWatch(silence, this::isWorking, announcer::error);
        this.identity = identity;
        this.cost = cost;
        announcer.status(lastStatus);
    }

    synchronized void ready() {
        tracker.ready();
        proceed();
    }

    Turn send(Prompt prompt) {
        return enqueue(OpenTurn.of(prompt));
    }

    private synchronized Turn enqueue(OpenTurn turn) {
        OpenTurn same = turns.find(turn.promptId());
        if (same != null) {
            return same;
        }
        Outcome seen = known.ofAnother(turn.promptId());
        if (end != null) {
            fail(turn, end);
        } else if (seen != null) {
            complete(List.of(turn), Results.without(identity.id(), turn.promptId(), seen));
        } else {
            turns.add(turn);
            proceed();
        }
        return turn;
    }

    /** Sends a prompt into the running turn; like {@link #send} where there is none, or where the CLI could not tell what became of it. */
    Turn steer(Prompt prompt) {
        OpenTurn turn = OpenTurn.of(prompt);
        synchronized (this) {
            return end == null && steerable && turns.isInFlight() && isNew(turn) && putIn(turn) ? turn : enqueue(turn);
        }
    }

    private boolean isNew(OpenTurn turn) {
        return turns.find(turn.promptId()) == null && known.ofAnother(turn.promptId()) == null;
    }

    private boolean putIn(OpenTurn turn) {
        turns.markSent(turn);
        boolean taken = outlet.send(turn, true);
        if (!taken) {
            turns.withdraw(turn);
        }
        return taken;
    }

    private void refuse(OpenTurn turn) {
        turns.withdraw(turn);
        fail(turn, new ClaudeError.InputBlocked());
    }

    /**
     * Takes an event.
     *
     * @param bytes the length of the line it came with
     */
    synchronized void accept(ClaudeEvent event, int bytes) {
        silence.heard();
        identity.observe(event);
        tracker.observe(event);
        answer.observe(event);
        announcer.event(event, bytes);
        if (event instanceof SessionInit init) {
            steerable = init.reportsMessages();
        } else if (event instanceof ConversationReset) {
            cost.reset();
        } else if (event instanceof BackgroundTasks background) {
            backgroundWork = !background.tasks().isEmpty();
        } else if (event instanceof MessageLifecycle lifecycle) {
            endedWithoutReport(lifecycle);
        } else if (event instanceof ResultMessage report) {
            reported(report);
        }
        proceed();
    }

    private void endedWithoutReport(MessageLifecycle event) {
        OpenTurn turn = turns.lifecycle(event);
        if (turn != null) {
            Outcome outcome =
                    event.state() == MessageLifecycle.State.CANCELLED ? Outcome.CANCELLED : Outcome.ALREADY_SEEN;
            known.ended(turn.promptId(), outcome);
            outlet.ended(turn);
            complete(List.of(turn), Results.without(identity.id(), turn.promptId(), outcome));
        }
    }

    private void reported(ResultMessage report) {
        List<OpenTurn> about = turns.reported(report);
        List<UUID> prompts = about.stream().map(OpenTurn::promptId).toList();
        TurnResult result = Results.of(report, identity.id(), prompts, answer, cost.take(report));
        answer.reset();
        prompts.forEach(prompt -> known.ended(prompt, result.outcome()));
        about.forEach(outlet::ended);
        complete(about, result);
    }

    private void complete(List<OpenTurn> about, TurnResult result) {
        announcer.complete(result);
        for (OpenTurn turn : about) {
            announcer.afterwards(CALLBACK_PATIENCE, () -> turn.result().complete(result));
        }
    }

    private void fail(OpenTurn turn, ClaudeError error) {
        announcer.afterwards(CALLBACK_PATIENCE, () -> turn.result().completeExceptionally(new ClaudeException(error)));
    }

    /** Sends what can be sent, and tells the status if it has changed. */
    private void proceed() {
        if (end == null && tracker.status(false) != Status.STARTING) {
            for (OpenTurn turn = turns.next(); turn != null; turn = turns.next()) {
                if (!outlet.send(turn, false)) {
                    refuse(turn);
                }
            }
        }
        Status status = tracker.status(turns.isInFlight());
        if (status != lastStatus) {
            lastStatus = status;
            announcer.status(status);
            silence.heard();
        }
        notifyAll();
    }

    /** Nothing more will come; open turns fail. */
    synchronized void end(ClaudeError error) {
        if (end == null) {
            end = error;
            tracker.closed();
            backgroundWork = false;
            turns.dropSent().forEach(turn -> fail(turn, error));
            turns.dropWaiting().forEach(turn -> fail(turn, error));
            proceed();
        }
    }

    /**
     * The CLI that had these prompts is gone, and with it whatever it did in the background.
     *
     * @return whether it has left any of them without an end; these fail
     */
    synchronized boolean cliGone(Collection<UUID> prompts, ClaudeError error) {
        List<OpenTurn> left = turns.dropSent(prompts);
        left.forEach(turn -> fail(turn, error));
        tracker.turnEnded();
        answer.reset();
        backgroundWork = false;
        proceed();
        return !left.isEmpty();
    }

    /** Takes back a prompt that has not reached the CLI; nothing where it has ended already. */
    synchronized void cancel(OpenTurn turn) {
        if (!turns.dropSent(List.of(turn.promptId())).isEmpty()) {
            complete(List.of(turn), Results.without(identity.id(), turn.promptId(), Outcome.CANCELLED));
            proceed();
        }
    }

    /** Takes back the prompts that wait here. */
    synchronized List<UUID> cancelWaiting() {
        List<OpenTurn> dropped = turns.dropWaiting();
        for (OpenTurn turn : dropped) {
            complete(List.of(turn), Results.without(identity.id(), turn.promptId(), Outcome.CANCELLED));
        }
        return dropped.stream().map(OpenTurn::promptId).toList();
    }

    /** The prompts that wait here. */
    synchronized List<UUID> waiting() {
        return turns.waiting();
    }

    synchronized void baselineCost(double costUsd) {
        cost.baseline(costUsd);
    }

    synchronized void decisionsWaiting(int count) {
        tracker.decisionsWaiting(count);
        proceed();
    }

    /** Waits for the running turn to end, for a while; not for a decision about a tool. */
    synchronized void awaitIdle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        long left = limit.toMillis();
        try {
            while (isWorking() && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWorking() {
        return switch (lastStatus) {
            case BUSY, RETRYING, COMPACTING -> true;
            case STARTING, IDLE, WAITING_FOR_PERMISSION, CLOSED -> false;
        };
    }

    synchronized Status status() {
        return lastStatus;
    }

    synchronized UUID sessionId() {
        return identity.id();
    }

    synchronized boolean hasHistory() {
        return identity.hasHistory();
    }

    /** Whether a turn runs or waits. */
    synchronized boolean isOpen() {
        return !turns.isEmpty();
    }

    synchronized boolean hasBackgroundWork() {
        return backgroundWork;
    }
}
