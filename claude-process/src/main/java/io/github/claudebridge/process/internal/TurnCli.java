package io.github.claudebridge.process.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A CLI that was started for a turn: which prompts it has, and whether it can be given more. Thread-safe; its lock is held only for
 * moments, and nothing else is waited for under it.
 */
final class TurnCli {

    private final Cli cli;
    private final Set<UUID> prompts = new LinkedHashSet<>();
    private boolean begun;
    private boolean closed;

    TurnCli(Cli cli) {
        this.cli = cli;
    }

    Cli cli() {
        return cli;
    }

    /** Gives it the prompt that it was started for; false when it takes none. */
    synchronized boolean take(OpenTurn turn) {
        if (closed || !cli.send(turn)) {
            return false;
        }
        prompts.add(turn.promptId());
        return true;
    }

    /** Gives it another prompt; false when its turn has not begun, or it will get no more. */
    synchronized boolean offer(OpenTurn turn) {
        return begun && take(turn);
    }

    /** Its turn has begun. */
    synchronized void begin() {
        begun = true;
    }

    /**
     * A prompt has had its end.
     *
     * @param stays whether the CLI has something else to do
     */
    synchronized void ended(OpenTurn turn, boolean stays) {
        prompts.remove(turn.promptId());
        if (!stays) {
            closeIfDone();
        }
    }

    /** Lets it end, unless it has a prompt or waits for its first one. */
    synchronized void closeIfDone() {
        if (isDone()) {
            closed = true;
            cli.closeInput();
        }
    }

    /** Whether all its prompts have had their ends and it could still be given another one. */
    synchronized boolean isDone() {
        return begun && !closed && prompts.isEmpty();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** It is gone. Tells the prompts that it has left without an end. */
    synchronized Set<UUID> leave() {
        closed = true;
        return new LinkedHashSet<>(prompts);
    }
}
