package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ApiFailure;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.Thinking;
import io.github.claudebridge.process.event.ToolInput;
import io.github.claudebridge.process.event.ToolUse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the listener: one call at a time, in order, and proof against what it throws. Thread-safe. */
public final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    /** A listener that is this far behind gets no more pieces, which is minutes of an answer. */
    private static final long PIECE_LIMIT = 4 << 20;

    /** As much as the longest line that is read. */
    private static final long EVENT_LIMIT = 64 << 20;

    private final ClaudeListener listener;
    private final Backlog backlog =
            new Backlog(new SerialExecutor(SharedThreads.CALLBACKS), PIECE_LIMIT, EVENT_LIMIT, this::deliver);

    public Announcer(ClaudeListener listener) {
        this.listener = listener;
    }

    /**
     * Tells an event.
     *
     * @param bytes about how much memory it holds
     */
    public void event(ClaudeEvent event, int bytes) {
        if (isPiece(event)) {
            backlog.piece(bytes, () -> deliver(event));
        } else {
            backlog.event(bytes, () -> deliver(event));
        }
    }

    private static boolean isPiece(ClaudeEvent event) {
        return (event instanceof Output output && output.partial())
                || (event instanceof Thinking thinking && thinking.partial())
                || event instanceof ToolInput;
    }

    private void deliver(ClaudeEvent event) {
        if (event instanceof Output output) {
            guarded("onOutput", () -> listener.onOutput(output));
        } else if (event instanceof ToolUse tool) {
            guarded("onToolUse", () -> listener.onToolUse(tool));
        }
        guarded("onEvent", () -> listener.onEvent(event));
        if (event instanceof ApiFailure failure && failure.isLoginMissing()) {
            tell(new ClaudeError.NotLoggedIn(failure.text()));
        }
    }

    /** Tells the state. */
    public void status(Status status) {
        backlog.state(() -> guarded("onStatus", () -> listener.onStatus(status)));
    }

    /** Tells an error. */
    public void error(ClaudeError error) {
        backlog.vital(() -> tell(error));
    }

    /** Tells the end of a turn. */
    public void complete(TurnResult result) {
        Runnable call = () -> guarded("onComplete", () -> listener.onComplete(result));
        if (result.isUnasked()) {
            backlog.event(result.text().length(), call);
        } else {
            backlog.vital(call);
        }
    }

    /**
     * Runs something of ours after all calls so far; and also when they have not returned after a while, since a call may wait for the very
     * thing that the task does.
     *
     * @param task may run twice
     */
    public void afterwards(Duration patience, Runnable task) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        backlog.vital(() -> {
            task.run();
            told.complete(null);
        });
        CompletableFuture<Void> unused = told.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyAsync(
                        late -> {
                            task.run();
                            return null;
                        },
                        SharedThreads.CALLBACKS);
    }

    private void guarded(String callback, Runnable call) {
        Throwable failure = thrownBy(call);
        if (failure != null) {
            log.warn("The callback {} failed", callback, failure);
            tell(new ClaudeError.CallbackFailed(callback, failure));
        }
    }

    private void tell(ClaudeError error) {
        Throwable failure = thrownBy(() -> listener.onError(error));
        if (failure != null) {
            log.warn("The callback onError failed", failure);
        }
    }

    private static @Nullable Throwable thrownBy(Runnable call) {
        try {
            call.run();
            return null;
        } catch (Throwable failure) {
            return failure;
        } finally {
            // A callback that was interrupted must not pass that on to the next one on this thread.
            boolean unused = Thread.interrupted();
        }
    }
}
