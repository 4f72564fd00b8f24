package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session's talk with Claude: prompts are taken in order, one at a time, by the session's process. Thread-safe; all the work
 * happens on the conversation's own thread.
 */
public final class Conversation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final SessionName name;
    private final SessionRecord record;
    private final SessionProcess process;
    private final Chat chat;
    private final SerialExecutor turns;
    private volatile boolean closed;
    private volatile @Nullable ChatId lastChat;

    Conversation(SessionName name, SessionStore store, ClaudeCommand claude, Chat chat, Clock clock) {
        this.name = name;
        this.record = new SessionRecord(name, store, clock);
        this.process = new SessionProcess(name, store, claude, record, this::unasked);
        this.chat = chat;
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
        try {
            turns.execute(() -> {
                try {
                    process.running();
                } catch (ClaudeException | SessionException | IllegalStateException e) {
                    LOG.info("Session {} was not started ahead of its next prompt: {}", name.value(), e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Session {} is closed.", name.value());
        }
    }

    private CompletableFuture<Handled> take(UserMessage message, Progress progress) {
        ChatId where = message.chat();
        lastChat = where;
        TurnResult result;
        Chat.Activity working = chat.working(where);
        try {
            ClaudeProcess running = process.running();
            progress.started();
            result = running.send(message.text()).result().join();
            record.turn(running, result);
        } catch (CompletionException e) {
            return failed(where, progress.key(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException e) {
            return failed(where, progress.key(), e);
        } finally {
            working.close();
        }
        return report(where, result, progress);
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

    /** What a background task led to belongs where the session was last spoken to. */
    private void unasked(TurnResult result) {
        ClaudeProcess running = process.last();
        if (running != null) {
            record.turn(running, result);
        }
        ChatId where = lastChat;
        if (where != null) {
            CompletableFuture<Handled> unused = report(where, result, notNoted());
        } else {
            LOG.warn("Session {} said something that nobody asked for, before anybody spoke to it.", name.value());
        }
    }

    /** A prompt that is cut short because the bot stops is left open, to be explained after the next start. */
    private CompletableFuture<Handled> failed(ChatId where, DeliveryKey key, Throwable cause) {
        ClaudeProcess last = process.last();
        if (last != null) {
            record.cutOff(last);
        }
        if (closed) {
            return CompletableFuture.failedFuture(cause);
        }
        if (!(cause instanceof ClaudeException) && !(cause instanceof SessionException)) {
            LOG.error("A prompt for session {} failed unexpectedly.", name.value(), cause);
        }
        return chat.failure(where, key.with("failed"), Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .thenApply(told -> Handled.FAILED);
    }

    /** Ends the process; a turn that runs is cut off, prompts that wait are left open. */
    @Override
    public void close() {
        closed = true;
        process.close();
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
