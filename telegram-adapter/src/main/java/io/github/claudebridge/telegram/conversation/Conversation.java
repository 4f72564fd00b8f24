package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.internal.SerialExecutor;
import java.time.Clock;
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

    private final SessionProcess process;
    private final Chat chat;
    private final SerialExecutor turns;
    private volatile boolean closed;
    private volatile @Nullable ChatId lastChat;

    Conversation(SessionName name, SessionStore store, Claude claude, Chat chat, Clock clock) {
        this.process = new SessionProcess(name, store, claude, clock, this::reportUnasked);
        this.chat = chat;
        this.turns = new SerialExecutor("conversation-" + name.value());
    }

    /** Takes a prompt as {@link MessageHandler#handle} takes a message. */
    public CompletableFuture<Void> prompt(UserMessage message, Runnable started) {
        try {
            return CompletableFuture.completedFuture(message).thenComposeAsync(next -> take(next, started), turns);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Starts the process, if there is none, so that the next prompt finds it ready. Returns at once. */
    public void warmUp() {
        turns.execute(() -> {
            try {
                process.running();
            } catch (ClaudeException | SessionException | IllegalStateException e) {
                LOG.info("A process could not be started ahead of its next prompt: {}", e.getMessage());
            }
        });
    }

    private CompletableFuture<Void> take(UserMessage message, Runnable started) {
        ChatId where = message.chat();
        lastChat = where;
        TurnResult result;
        Chat.Activity working = chat.working(where);
        try {
            ClaudeProcess running = process.running();
            started.run();
            result = running.send(message.text()).result().join();
            process.record(running, result);
        } catch (CompletionException e) {
            return failed(where, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ClaudeException | SessionException | IllegalStateException e) {
            return failed(where, e);
        } finally {
            working.close();
        }
        return report(where, result);
    }

    private CompletableFuture<Void> report(ChatId where, TurnResult result) {
        if (result.isError()) {
            String reason = result.text().isBlank() ? String.join("; ", result.errors()) : result.text();
            return chat.failure(where, Words.turnFailed(reason));
        }
        return chat.answer(where, result.text().isBlank() ? Words.NO_TEXT : result.text());
    }

    /** What a background task led to belongs where the session was last spoken to. */
    private void reportUnasked(TurnResult result) {
        ChatId where = lastChat;
        if (where != null) {
            CompletableFuture<Void> unused = report(where, result);
        }
    }

    /** A prompt that is cut short because the bot stops is left open, to be explained after the next start. */
    private CompletableFuture<Void> failed(ChatId where, Throwable cause) {
        return closed
                ? CompletableFuture.failedFuture(cause)
                : chat.failure(where, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }

    /** Ends the process; a turn that runs is cut off, prompts that wait are left open. */
    @Override
    public void close() {
        closed = true;
        process.close();
        turns.shutdownNow();
    }
}
