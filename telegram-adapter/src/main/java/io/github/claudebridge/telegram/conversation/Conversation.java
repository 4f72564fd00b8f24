package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ToolUse;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.OutputMode;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session's talk with Claude: prompts are taken in order, one at a time, by the session's process. What is not finished when the
 * bot ends is taken up where it was after the next start. Thread-safe; prompts are taken on the conversation's own thread.
 */
public final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final SessionName name;
    private final Workplace at;
    private final SessionRecord record;
    private final SessionLog log;
    private final SessionNews news;
    private final ShownTurns shown;
    private final TurnRunner runner;
    private final Receipts receipts;
    private final Attempts attempts;
    private final WaitingPrompts waiting;
    private final Interrupts interrupts;
    private final Background background;
    private final PromptQueue queue = new PromptQueue();
    private final Troubles troubles;
    private final SerialExecutor turns;
    private final SerialExecutor steering;
    private volatile boolean closed;
    private volatile @Nullable Audience lastAudience;

    Conversation(SessionName name, Workplace at) {
        this.name = name;
        this.at = at;
        this.record = new SessionRecord(name, at.store(), at.clock());
        this.log = new SessionLog(name, at.store(), at.clock());
        this.troubles = new Troubles(name, at.chat());
        this.news = new SessionNews(at.chat(), troubles);
        this.shown = new ShownTurns(this::unaskedTurn);
        Endings endings = new Endings(name, at, troubles, log);
        this.runner =
                new TurnRunner(name, at, record, shown, endings, log, speaker -> lastAudience = speaker, () -> closed);
        this.interrupts = new Interrupts(name, at, () -> queue.begun().stream().anyMatch(OpenPrompt::isStopped));
        this.background = new Background(name, at);
        this.turns = new SerialExecutor("conversation-" + name.value());
        this.steering = new SerialExecutor("steering-" + name.value());
        this.receipts = new Receipts(at.chat());
        this.attempts = new Attempts(receipts, shown, troubles);
        this.waiting = new WaitingPrompts(name, at, queue, receipts, runner, attempts, steering);
    }

    /**
     * Takes a prompt, or goes on with it if it was taken before.
     *
     * @return as for {@link MessageHandler#handle}
     */
    CompletableFuture<Handled> take(StoredPrompt stored) {
        boolean busy = !queue.begun().isEmpty();
        Optional<OpenPrompt> added = queue.add(stored);
        if (added.isEmpty()) {
            return queue.find(stored.id()).map(OpenPrompt::handled).orElseGet(() -> take(stored));
        }
        OpenPrompt prompt = added.get();
        try {
            turns.execute(this::next);
        } catch (RejectedExecutionException e) {
            prompt.handled().completeExceptionally(e);
            return prompt.handled();
        }
        if (busy) {
            waiting.show(prompt);
        }
        return prompt.handled();
    }

    private void next() {
        OpenPrompt prompt = closed ? null : queue.next();
        if (prompt == null) {
            return;
        }
        attempts.at(prompt, () -> {
            waiting.look();
            background.look();
            receipts.show(prompt, Reaction.WORKING);
            return runner.run(prompt);
        });
    }

    /** Does what somebody chose below a notice that prompts wait; nothing if that notice is not the one of now. */
    void decide(Chosen chosen) {
        waiting.decide(chosen);
    }

    /**
     * Stops what runs; what Claude has written by then is said.
     *
     * @param all whether what waits is thrown away; else it comes next
     */
    public Stopped stop(boolean all) {
        Optional<ClaudeProcess> process = at.supervisor().live(name.value());
        boolean working =
                process.map(ClaudeProcess::status).filter(Conversation::isWork).isPresent();
        int dropped = all ? waiting.drop() : 0;
        List<OpenPrompt> begun = queue.begun();
        // A prompt that was sent a moment ago may not have begun yet, and is what is meant.
        Optional<OpenPrompt> next = working || !begun.isEmpty() ? Optional.empty() : queue.head();
        next.ifPresent(OpenPrompt::stop);
        begun.forEach(OpenPrompt::stop);
        at.supervisor().cancelWaiting(name.value());
        interrupts.begin(all);
        boolean running = working || !begun.isEmpty() || next.isPresent();
        return new Stopped(running, Math.max(0, queue.waiting() - (next.isPresent() ? 1 : 0)), dropped);
    }

    private static boolean isWork(Status status) {
        return switch (status) {
            case BUSY, WAITING_FOR_PERMISSION, RETRYING, COMPACTING -> true;
            case STARTING, IDLE, CLOSED -> false;
        };
    }

    /**
     * Replaces what a message said, where Claude does not have it yet.
     *
     * @param text what the message adds to its prompt now
     */
    Edited edit(ChatId where, long messageId, String text) {
        if (queue.saysAlready(where, messageId, text)) {
            return Edited.UNCHANGED;
        }
        Optional<OpenPrompt> waiting = queue.waitingWith(where, messageId);
        if (waiting.isPresent() && PromptEdit.apply(waiting.get(), at.prompts(), messageId, text)) {
            return Edited.REPLACED;
        }
        boolean begun = queue.begun().stream()
                .anyMatch(prompt ->
                        prompt.where().equals(where) && prompt.messages().contains(messageId));
        return begun ? Edited.TOO_LATE : Edited.UNKNOWN;
    }

    /**
     * Starts the process, if there is none, so that the next prompt finds it ready. Returns at once.
     *
     * @param audience who is about to speak to it, and is asked what is to be asked at the start of the process
     */
    public void warmUp(Audience audience) {
        if (lastAudience == null) {
            lastAudience = audience;
        }
        CompletableFuture<Void> unused = at.supervisor().start(name.value()).handle((process, failure) -> {
            if (failure != null) {
                LOG.info("Session {} was not started ahead: {}", name.value(), failure.getMessage());
            }
            return null;
        });
    }

    /** Whoever asked for what runs; else who spoke to the session last. */
    Optional<Audience> audience() {
        return queue.begun().stream()
                .filter(OpenPrompt::isAdmitted)
                .findFirst()
                .map(OpenPrompt::audience)
                .or(() -> Optional.ofNullable(lastAudience));
    }

    /** Chats may talk to other sessions than before. */
    void lookAtFront() {
        shown.look(where -> at.front().isTalkedTo(name, where));
    }

    /** Hears what happens in the process. */
    ClaudeListener listener() {
        return new ClaudeListener() {
            @Override
            public void onEvent(ClaudeEvent event) {
                if (event instanceof ToolUse use) {
                    log.tool(use);
                }
                if (event instanceof BackgroundTasks tasks) {
                    background.on(tasks.tasks(), audience());
                }
                shown.on(event);
                interrupts.heard(event);
            }

            @Override
            public void onStatus(Status status) {
                shown.status(status);
            }

            @Override
            public void onComplete(TurnResult turn) {
                if (turn.isUnasked()) {
                    unasked(turn);
                } else {
                    shown.completed(turn);
                    background.look();
                }
            }
        };
    }

    /** What a background task led to belongs where the session was last spoken to. */
    private void unasked(TurnResult turn) {
        record.turn(turn);
        log.turn(turn);
        Showing showing = shown.unaskedCompleted();
        Audience listener = lastAudience;
        if (showing == null || listener == null) {
            LOG.warn("Session {} said something that nobody asked for, before anybody spoke to it.", name.value());
        } else {
            CompletableFuture<Void> unused = showing.end(turn);
            background.told(listener);
        }
        audience().ifPresent(audience -> {
            at.watch().ended(name, audience, turn);
            at.watch().settled(name, audience);
        });
    }

    private @Nullable Showing unaskedTurn() {
        Audience audience = lastAudience;
        if (audience == null) {
            return null;
        }
        OutputMode mode = record.read().map(Metadata::outputMode).orElse(OutputMode.DEFAULT);
        boolean inFront = at.front().isTalkedTo(name, audience.chat());
        return new Showing(
                new TurnPlace(name, audience.chat(), background.speaks(), mode, false, inFront, 0),
                at.chat(),
                at.views());
    }

    /** Something has happened to the process. */
    void heard(SupervisorEvent event) {
        record.note(event);
        if (event instanceof SupervisorEvent.Crashed || event instanceof SupervisorEvent.Suspended) {
            shown.processGone();
        }
        background.heard(event);
        audience().ifPresent(audience -> news.tell(audience.chat(), event));
    }

    /** The next prompt begins a session of Claude without a history. */
    void forgetHistory() {
        record.withoutHistory();
    }

    /** Takes no more prompts; those that wait are left open. */
    void refuse() {
        closed = true;
        turns.shutdown();
        steering.shutdown();
    }

    /** Stops what runs and drops what waits, for good; waits for the end of what runs, for some seconds at most. */
    void retire() {
        Stopped unused = stop(true);
        steering.shutdown();
        boolean ended = turns.stop(CLOSE_LIMIT);
        LOG.info("The conversation of session {} is over{}.", name.value(), ended ? "" : ", though not at once");
    }

    /** How many prompts wait. */
    public int waiting() {
        return queue.waiting();
    }

    /** Waits for the prompt that is being taken, whose process has been ended. */
    void await() {
        if (!turns.stop(CLOSE_LIMIT)) {
            LOG.warn("The conversation of session {} did not end in time.", name.value());
        }
        log.close();
    }
}
