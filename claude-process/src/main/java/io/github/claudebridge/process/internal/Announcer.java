package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ToolUse;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the listener: one call at a time, in order, and proof against what it throws. Thread-safe. */
final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final ClaudeListener listener;
    private final Executor queue = new SerialExecutor(SharedThreads.CALLBACKS);

    Announcer(ClaudeListener listener) {
        this.listener = listener;
    }

    void event(ClaudeEvent event) {
        queue.execute(() -> {
            if (event instanceof Output output) {
                guarded("onOutput", () -> listener.onOutput(output));
            } else if (event instanceof ToolUse tool) {
                guarded("onToolUse", () -> listener.onToolUse(tool));
            }
            guarded("onEvent", () -> listener.onEvent(event));
        });
    }

    void status(Status status) {
        queue.execute(() -> guarded("onStatus", () -> listener.onStatus(status)));
    }

    void error(ClaudeError error) {
        queue.execute(() -> tell(error));
    }

    void complete(TurnResult result) {
        queue.execute(() -> guarded("onComplete", () -> listener.onComplete(result)));
    }

    /** Runs something of ours after all calls so far. */
    void afterwards(Runnable task) {
        queue.execute(task);
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
