package io.github.claudebridge.process;

import io.github.claudebridge.process.control.ClaudeControl;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A conversation with a Claude Code CLI that runs as a child process.
 *
 * <p>Thread-safe. No method waits for the CLI except {@link ClaudeProcessBuilder#start()} and {@link #close()}. Do not wait for the
 * result of a turn inside a callback: the callback holds up the events of that very turn.
 */
public interface ClaudeProcess extends ClaudeControl, AutoCloseable {

    /** Where a process begins. */
    static ClaudeProcessBuilder builder() {
        return new ClaudeProcessBuilder();
    }

    /** Sends a text as the next prompt; the same as {@code send(Prompt.of(text))}. */
    default Turn send(String text) {
        return send(Prompt.of(text));
    }

    /**
     * Sends a prompt. One is with the CLI at a time; later ones wait here, in order.
     *
     * @return its turn; a process that has ended fails the turn, not this call. A prompt that is open already has the turn it has
     */
    Turn send(Prompt prompt);

    /**
     * Sends a prompt into the running turn: while a tool runs, the model sees it right after the tool, and one result answers both. Where
     * no turn runs, or the CLI is too old to tell what becomes of such a prompt, this is {@link #send(Prompt)}.
     */
    Turn steer(Prompt prompt);

    /**
     * The id to resume this conversation with. It changes after {@code /clear}; between that and the CLI naming the new id this is an id
     * that nothing is stored under, so that the conversation that was dropped is never resumed.
     */
    UUID sessionId();

    /** Whether something was said under {@link #sessionId()}: then it can be resumed, and must not be given to a new session. */
    boolean hasHistory();

    /** Whether a task runs in the background: it will start a turn of its own when it is done, unless the process is closed. */
    boolean hasBackgroundWork();

    /** The process id of the CLI; 0 while there is none. */
    long pid();

    /** What it is doing. */
    Status status();

    /**
     * Completes when the CLI has ended and nothing of its process tree lives, or when {@link #close} has tried everything in vain: then its
     * error is {@link io.github.claudebridge.process.error.ClaudeError.StillAlive}. Never completes exceptionally.
     */
    CompletableFuture<ExitStatus> onExit();

    /**
     * Ends the CLI and everything it started: waits shortly for the running turn, asks it to end, closes its stdin, terminates it, kills
     * it, going on to the next step only when one did not help. Returns when it is gone, or when even that did not help, as for a process
     * of another user, which {@link #onExit} and the listener tell; after 15 s at most by default. Turns that are still open fail with
     * {@link io.github.claudebridge.process.error.ClaudeError.Closed}. Can be called again, and from any thread.
     */
    @Override
    void close();
}
