package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.BackgroundTasks;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.SessionInit;
import io.github.claudebridge.process.event.ToolUse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Listens to a process on behalf of its keeper, and passes everything on to the host's listener first. Thread-safe. */
final class Watcher implements ClaudeListener {

    private final Observer observer;
    private final Identity identity;
    private volatile boolean hasTasks;
    private volatile Runnable heard = () -> {};
    private volatile ClaudeListener host = new ClaudeListener() {};
    private volatile @Nullable ClaudeProcess process;

    /** Takes the id of the conversation, as often as it may have changed. */
    @FunctionalInterface
    interface Identity {

        /**
         * Takes it.
         *
         * @param sessionId the id now
         * @param completed whether a turn was completed under it
         */
        void is(UUID sessionId, boolean completed);
    }

    /** Whoever keeps the process. Its methods take no time. */
    interface Observer {

        /** Something has happened that may have made it busy or idle. */
        void activity();

        /** Its last task in the background has ended, so that it is about to speak of it. */
        void tasksEnded();

        /** Nothing has come within a turn for so long. */
        void silent(Duration silence);
    }

    Watcher(Observer observer, Identity identity) {
        this.observer = observer;
        this.identity = identity;
    }

    void tellAlso(ClaudeListener listener) {
        host = listener;
    }

    /**
     * The process is there.
     *
     * @param onEvent called for each event; must not wait
     */
    void attach(ClaudeProcess started, Runnable onEvent) {
        process = started;
        heard = onEvent;
    }

    @Override
    public void onOutput(Output output) {
        host.onOutput(output);
    }

    @Override
    public void onToolUse(ToolUse tool) {
        host.onToolUse(tool);
    }

    @Override
    public void onStatus(Status status) {
        try {
            host.onStatus(status);
        } finally {
            observer.activity();
        }
    }

    @Override
    public void onError(ClaudeError error) {
        try {
            host.onError(error);
        } finally {
            if (error instanceof ClaudeError.Silent silent) {
                observer.silent(silent.silence());
            }
        }
    }

    @Override
    public void onComplete(TurnResult turn) {
        // The keeper first: whoever hears of the first turn's end may count on it that the history is known.
        tellIdentity(true);
        host.onComplete(turn);
    }

    @Override
    public void onEvent(ClaudeEvent event) {
        heard.run();
        try {
            host.onEvent(event);
        } finally {
            if (event instanceof BackgroundTasks background) {
                tasks(!background.tasks().isEmpty());
            } else if (event instanceof SessionInit || event instanceof ConversationReset) {
                tellIdentity(false);
            }
        }
    }

    private void tasks(boolean any) {
        boolean ended = hasTasks && !any;
        hasTasks = any;
        if (ended) {
            observer.tasksEnded();
        } else {
            observer.activity();
        }
    }

    private void tellIdentity(boolean completed) {
        ClaudeProcess running = process;
        if (running != null) {
            identity.is(running.sessionId(), completed && running.hasHistory());
        }
    }
}
