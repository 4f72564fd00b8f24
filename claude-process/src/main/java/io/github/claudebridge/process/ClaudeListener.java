package io.github.claudebridge.process;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ToolUse;

/**
 * Hears what happens in a conversation. Every method does nothing by default.
 *
 * <p>The methods are called one at a time, in the order of the stream, from threads of the library. They may take their time: events wait
 * meanwhile and the CLI is not held up. What they throw is reported to {@link #onError} and harms nothing else.
 *
 * <p>What waits is bounded, so that a method that never returns does not fill the memory. A listener that is more than 4 MiB of the stream
 * behind gets no more pieces of blocks, only the whole blocks; one that is 64 MiB behind gets no more events. It is told what is missing
 * with {@link io.github.claudebridge.process.event.EventsSkipped}. Errors, the ends of the turns that were asked for and the last status
 * always come.
 */
public interface ClaudeListener {

    /** Text of the answer, in pieces while it streams and once more as a whole block. */
    default void onOutput(Output output) {}

    /** The model uses a tool. The input is as the model wrote it. */
    default void onToolUse(ToolUse tool) {}

    /** The state has changed. */
    default void onStatus(Status status) {}

    /** Something went wrong. Where it ended a turn or the process, that is reported there too. */
    default void onError(ClaudeError error) {}

    /** A turn has ended, also one that nobody asked for. */
    default void onComplete(TurnResult turn) {}

    /** Every event there is, including those that have a method of their own (which is called before this one). */
    default void onEvent(ClaudeEvent event) {}
}
