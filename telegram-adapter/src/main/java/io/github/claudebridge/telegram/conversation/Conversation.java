package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Prompt;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.supervisor.ConversationState;
import io.github.claudebridge.process.supervisor.Supervisor;
import io.github.claudebridge.process.supervisor.SupervisorEvent;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.telegram.internal.SerialExecutor;
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
 * One session's talk with Claude: prompts are taken in order, one at a time, by the session's process. Thread-safe; prompts are
 * taken on the conversation's own thread.
 */
public final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final SessionName name;
    private final SessionRecord record;
    private final Supervisor supervisor;
    private final Chat chat;
    private final Clock clock;
    private final Troubles troubles;
    private final SerialExecutor turns;
    private volatile boolean closed;
    private volatile @Nullable ChatId lastChat;

    Conversation(SessionName name, SessionRecord record, Supervisor supervisor, Chat chat, Clock clock) {
        this.name = name;
        this.record = record;
        this.supervisor = supervisor;
        this.chat = chat;
        this.clock = clock;
        this.troubles = new Troubles(name, chat);
        this.turns = new SerialExecutor("conversation-" + name.value());
    }

    /** Takes a prompt as {@link MessageHandler#handle} takes a message. */
    public CompletableFuture<Handled> prompt(UserMessage message, Progress progress) {
        try {
            return CompletableFuture.completedFuture(message).thenComposeAsync(next -> take(next, progress), turns);
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

    private CompletableFuture<Handled> take(UserMessage message, Progress progress) {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("closed"));
        }
        ChatId where = message.chat();
        lastChat = where;
        TurnResult result;
        Chat.Activity working = chat.working(where);
        try {
            wake(where, progress.key());
            progress.started();
            result = supervisor
                    .send(name.value(), Prompt.of(message.text()))
                    .result()
                    .join();
            record.turn(result);
        } catch (CompletionException e) {
            return failed(where, progress.key(), e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            return failed(where, progress.key(), e);
        } finally {
            working.close();
        }
        return report(where, result, progress);
    }

    /** Returns when the process is ready. A hand edit of the idle timeout counts from the next prompt on. */
    private void wake(ChatId where, DeliveryKey key) {
        record.read().ifPresent(metadata -> {
            supervisor.idleTimeout(name.value(), metadata.idleTimeout());
            sayIfResuming(where, key, metadata);
        });
        supervisor.start(name.value()).join();
    }

    private void sayIfResuming(ChatId where, DeliveryKey key, Metadata metadata) {
        if (metadata.hasHistory() && supervisor.state(name.value()) == ConversationState.SUSPENDED) {
            Duration idle = Duration.between(metadata.lastActivityAt(), clock.instant());
            CompletableFuture<Void> unused = chat.notice(where, key.with("resuming"), Words.resuming(idle));
        }
    }

    private CompletableFuture<Handled> report(ChatId where, TurnResult result, Progress progress) {
        if (result.isError()) {
            String reason = result.text().isBlank() ? String.join("; ", result.errors()) : result.text();
            return chat.failure(where, progress.key().with("failed"), Words.turnFailed(reason))
                    .thenApply(told -> Handled.FAILED);
        }
        String answer = Words.answer(result.text(), result.truncated());
        progress.answered(answer);
        return chat.answer(where, progress.key(), answer).thenApply(told -> Handled.DONE);
    }

    /** A prompt that is cut short because the bot stops is left open, to be explained after the next start. */
    private CompletableFuture<Handled> failed(ChatId where, DeliveryKey key, Throwable cause) {
        return closed
                ? CompletableFuture.failedFuture(cause)
                : troubles.tell(where, key.with("failed"), cause).thenApply(told -> Handled.FAILED);
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
            CompletableFuture<Handled> unused = report(where, result, notNoted());
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

    /** No message led to an unasked turn, so there is none whose progress could be noted. */
    private static Progress notNoted() {
        DeliveryKey key = DeliveryKey.random();
        return new Progress() {
            @Override
            public DeliveryKey key() {
                return key;
            }

            @Override
            public void started() {}

            @Override
            public void answered(String markdown) {}
        };
    }
}
