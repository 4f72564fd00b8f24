package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.TurnResult;
import io.github.claudebridge.process.event.ClaudeEvent;
import java.util.concurrent.CompletableFuture;

/** What people see of one turn. Implementations are thread-safe; no method waits for anything but a store. */
public interface TurnView {

    /** Something happened in the turn. */
    void on(ClaudeEvent event);

    /** The process does something else now. */
    void status(Status status);

    /** The chat talks to this session from now on, or to another. */
    void inFront(boolean inFront);

    /**
     * Takes away what is shown of the work, and says how the turn ended.
     *
     * @return completes when that is delivered, as for {@link Chat#answer}
     */
    CompletableFuture<Void> end(TurnResult turn);

    /** Takes away what is shown of the work. Closing again, or after {@link #end}, does nothing. */
    void close();
}
