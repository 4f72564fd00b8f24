package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.MessageLifecycle;
import io.github.claudebridge.process.event.ResultMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was said and what is to be said: queues prompts, follows the events, and tells the listener. Thread-safe; its lock is held only
 * for moments, never while something waits.
 */
final class Conversation {

    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(5);

    private final Announcer announcer;
    private final Predicate<Prompt> outlet;
    private final Identity identity;
    private final CostMeter cost;
    private final TurnBook turns = new TurnBook();
    private final StatusTracker tracker = new StatusTracker();
    private final AnswerText answer = new AnswerText();
    private Status lastStatus = Status.STARTING;
    private @Nullable ClaudeError end;
    private boolean backgroundWork;

    /**
     * @param announcer tells the listener
     * @param outlet sends a prompt to the CLI without waiting; false when it cannot
     */
    Conversation(Announcer announcer, Predicate<Prompt> outlet, UUID sessionId, boolean history) {
        this.announcer = announcer;
        this.outlet = outlet;
        this.identity = new Identity(sessionId, history);
        this.cost = new CostMeter(history);
        announcer.status(lastStatus);
    }

    synchronized void ready() {
        tracker.ready();
        proceed();
    }

    synchronized Turn send(Prompt prompt) {
        OpenTurn turn = new OpenTurn(prompt);
        if (end != null) {
            fail(turn, end);
        } else {
            turns.add(turn);
            proceed();
        }
        return turn;
    }

    synchronized void accept(ClaudeEvent event) {
        identity.observe(event);
        tracker.observe(event);
        answer.observe(event);
        announcer.event(event);
        if (event instanceof ConversationReset) {
            cost.reset();
        } else if (event instanceof BackgroundTasks background) {
            backgroundWork = !background.tasks().isEmpty();
        } else if (event instanceof ApiFailure failure && failure.isLoginMissing()) {
            announcer.error(new ClaudeError.NotLoggedIn(failure.text()));
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
                    event.state() == MessageLifecycle.State.CANCELLED ? Outcome.CANCELLED : Outcome.ALREADY_ANSWERED;
            complete(List.of(turn), Results.without(identity.id(), turn.promptId(), outcome));
        }
    }

    /** Before it is ready a CLI reports only why it will not start; its exit tells the same. */
    private void reported(ResultMessage report) {
        List<OpenTurn> about = turns.reported(report);
        List<UUID> prompts = about.stream().map(OpenTurn::promptId).toList();
        TurnResult result = Results.of(report, identity.id(), prompts, answer, cost.take(report));
        answer.reset();
        if (lastStatus != Status.STARTING) {
            complete(about, result);
        }
    }

    private void complete(List<OpenTurn> about, TurnResult result) {
        announcer.complete(result);
        for (OpenTurn turn : about) {
            announcer.afterwards(() -> turn.result().complete(result));
            turn.result().completeOnTimeout(result, CALLBACK_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void fail(OpenTurn turn, ClaudeError error) {
        announcer.afterwards(() -> turn.result().completeExceptionally(new ClaudeException(error)));
    }

    /** Sends what can be sent, and tells the status if it has changed. */
    private void proceed() {
        if (end == null && tracker.status(false) != Status.STARTING) {
            for (OpenTurn turn = turns.next(); turn != null; turn = turns.next()) {
                if (!outlet.test(turn.prompt())) {
                    turns.withdraw(turn);
                    fail(turn, new ClaudeError.InputBlocked(0));
                }
            }
        }
        Status status = tracker.status(turns.isInFlight());
        if (status != lastStatus) {
            lastStatus = status;
            announcer.status(status);
        }
        notifyAll();
    }

    /** Nothing more will come; open turns fail. */
    synchronized void end(ClaudeError error) {
        if (end == null) {
            end = error;
            tracker.closed();
            turns.dropAll().forEach(turn -> fail(turn, error));
            proceed();
        }
    }

    synchronized void baselineCost(double costUsd) {
        cost.baseline(costUsd);
    }

    synchronized void decisionsWaiting(int count) {
        tracker.decisionsWaiting(count);
        proceed();
    }

    /** Waits until no turn runs, for a while. */
    synchronized void awaitIdle(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long left = limit.toMillis();
        while (lastStatus != Status.IDLE && lastStatus != Status.CLOSED && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
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
