package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Outcome;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Prompts;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private final SessionRecord record;
    private final Supervisor supervisor;
    private final Prompts prompts;
    private final PromptWitness witness;
    private final Chat chat;
    private final Clock clock;
    private final Troubles troubles;
    private final SerialExecutor turns;
    private volatile boolean closed;
    private volatile @Nullable ChatId lastChat;

    Conversation(
            SessionName name,
            SessionRecord record,
            Supervisor supervisor,
            Prompts prompts,
            PromptWitness witness,
            Chat chat,
            Clock clock) {
        this.name = name;
        this.record = record;
        this.supervisor = supervisor;
        this.prompts = prompts;
        this.witness = witness;
        this.chat = chat;
        this.clock = clock;
        this.troubles = new Troubles(name, chat);
        this.turns = new SerialExecutor("conversation-" + name.value());
    }

    /**
     * Takes a prompt, or goes on with it if it was taken before.
     *
     * @return as for {@link MessageHandler#handle}
     */
    CompletableFuture<Handled> take(StoredPrompt prompt) {
        try {
            return CompletableFuture.completedFuture(prompt).thenComposeAsync(this::goOn, turns);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Starts the process, if there is none, so that the next prompt finds it ready. Returns at once. */
    public void warmUp() {
        CompletableFuture<Void> unused = supervisor.start(name.value()).handle((process, failure) -> {
            if (failure != null) {
                LOG.info("Session {} was not started ahead: {}", name.value(), failure.getMessage());
            }
            return null;
        });
    }

    /** Nothing is sent to Claude a second time before a look at what it wrote down about the first. */
    private CompletableFuture<Handled> goOn(StoredPrompt prompt) {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("closed"));
        }
        lastChat = where(prompt);
        return switch (prompt.state()) {
            case QUEUED -> send(prompt);
            case SENT -> {
                PromptFate fate = witness.fateOf(prompt);
                yield fate instanceof PromptFate.Unseen ? send(prompt) : settle(prompt, fate);
            }
            case ASKED, DONE -> CompletableFuture.completedFuture(Handled.DONE);
        };
    }

    private CompletableFuture<Handled> send(StoredPrompt prompt) {
        TurnResult result;
        boolean sent = false;
        Chat.Activity working = chat.working(where(prompt));
        try {
            ClaudeProcess process = wake(prompt);
            prompts.sent(prompt.id(), process.sessionId());
            sent = true;
            result = supervisor
                    .send(name.value(), Prompt.of(prompt.text()).withId(prompt.id()))
                    .result()
                    .join();
            record.turn(result);
        } catch (CompletionException e) {
            return failed(prompt, sent, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            return failed(prompt, sent, e);
        } finally {
            working.close();
        }
        return result.outcome() == Outcome.ALREADY_ANSWERED
                ? settle(prompt, witness.fateOf(current(prompt)))
                : finished(prompt, report(where(prompt), key(prompt), result));
    }

    /** Returns when the process is ready. A hand edit of the idle timeout counts from the next prompt on. */
    private ClaudeProcess wake(StoredPrompt prompt) {
        record.read().ifPresent(metadata -> {
            supervisor.idleTimeout(name.value(), metadata.idleTimeout());
            sayIfResuming(prompt, metadata);
        });
        return supervisor.start(name.value()).join();
    }

    private void sayIfResuming(StoredPrompt prompt, Metadata metadata) {
        if (metadata.hasHistory() && supervisor.state(name.value()) == ConversationState.SUSPENDED) {
            Duration idle = Duration.between(metadata.lastActivityAt(), clock.instant());
            CompletableFuture<Void> unused =
                    chat.notice(where(prompt), key(prompt).with("resuming"), Words.resuming(idle));
        }
    }

    private CompletableFuture<Handled> report(ChatId where, DeliveryKey key, TurnResult result) {
        if (result.isError()) {
            String reason = result.text().isBlank() ? String.join("; ", result.errors()) : result.text();
            return chat.failure(where, key.with("failed"), Words.turnFailed(reason))
                    .thenApply(told -> Handled.FAILED);
        }
        return chat.answer(where, key, Words.answer(result.text(), result.truncated()))
                .thenApply(told -> Handled.DONE);
    }

    /** What is to be said about it is stored, so nothing is left to do with Claude. */
    private CompletableFuture<Handled> finished(StoredPrompt prompt, CompletableFuture<Handled> told) {
        note(() -> prompts.done(prompt.id()));
        return told;
    }

    /** A prompt that is cut short because the bot stops is left open, to be settled after the next start. */
    private CompletableFuture<Handled> failed(StoredPrompt prompt, boolean sent, Throwable cause) {
        if (closed) {
            return CompletableFuture.failedFuture(cause);
        }
        ClaudeError error = cause instanceof ClaudeException known ? known.error() : null;
        if (error instanceof ClaudeError.SessionNotFound) {
            return ask(prompt, PromptQuestions.historyGone(prompt));
        }
        return sent && error != null && !(error instanceof ClaudeError.InputBlocked)
                ? settle(prompt, witness.fateOf(current(prompt)))
                : finished(
                        prompt,
                        troubles.tell(where(prompt), key(prompt).with("failed"), cause)
                                .thenApply(told -> Handled.FAILED));
    }

    /** Claude had the prompt, and the process that had it is gone. */
    private CompletableFuture<Handled> settle(StoredPrompt prompt, PromptFate fate) {
        if (fate instanceof PromptFate.Answered answered) {
            return finished(
                    prompt,
                    chat.answer(where(prompt), key(prompt), Words.answer(answered.text(), false))
                            .thenApply(told -> Handled.DONE));
        }
        if (fate instanceof PromptFate.Failed failure) {
            return finished(
                    prompt,
                    chat.failure(where(prompt), key(prompt).with("failed"), Words.turnFailed(failure.error()))
                            .thenApply(told -> Handled.FAILED));
        }
        return ask(prompt, PromptQuestions.cutOff(prompt));
    }

    private CompletableFuture<Handled> ask(StoredPrompt prompt, Question question) {
        CompletableFuture<Void> asked = chat.ask(where(prompt), PromptQuestions.key(prompt), question);
        note(() -> prompts.asked(prompt.id()));
        return asked.thenApply(told -> Handled.FAILED);
    }

    private StoredPrompt current(StoredPrompt prompt) {
        return prompts.ofId(prompt.id()).orElse(prompt);
    }

    private static ChatId where(StoredPrompt prompt) {
        return new ChatId(prompt.chatId(), prompt.topicId());
    }

    private static DeliveryKey key(StoredPrompt prompt) {
        return new DeliveryKey(prompt.key());
    }

    /** What cannot be noted is settled again after the next start, and then it is not said twice. */
    private void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("The end of a prompt for session {} was not noted: {}", name.value(), e.getMessage());
        }
    }

    /** Hears what happens in the process. */
    ClaudeListener listener() {
        return new ClaudeListener() {
            @Override
            public void onComplete(TurnResult turn) {
                if (turn.isUnasked()) {
                    unasked(turn);
                }
            }
        };
    }

    /** What a background task led to belongs where the session was last spoken to. */
    private void unasked(TurnResult result) {
        record.turn(result);
        ChatId where = lastChat;
        if (where != null) {
            CompletableFuture<Handled> unused = report(where, DeliveryKey.random(), result);
        } else {
            LOG.warn("Session {} said something that nobody asked for, before anybody spoke to it.", name.value());
        }
    }

    /** Something has happened to the process. */
    void heard(SupervisorEvent event) {
        record.note(event);
        ChatId where = lastChat;
        if (event instanceof SupervisorEvent.GaveUp end && where != null) {
            troubles.gaveUp(where, end.error());
        }
    }

    /** The next prompt begins a session of Claude without a history. */
    void forgetHistory() {
        record.withoutHistory();
    }

    /** Takes no more prompts; those that wait are left open. */
    void refuse() {
        closed = true;
        turns.shutdown();
    }

    /** Waits for the prompt that is being taken, whose process has been ended. */
    void await() {
        if (!turns.stop(CLOSE_LIMIT)) {
            LOG.warn("The conversation of session {} did not end in time.", name.value());
        }
    }
}
