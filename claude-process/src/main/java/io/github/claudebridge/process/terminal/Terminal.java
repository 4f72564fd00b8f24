package io.github.claudebridge.process.terminal;

import java.util.concurrent.CompletableFuture;

/**
 * A command that runs in a pseudo terminal of its own. Thread-safe; no method but {@link TerminalBuilder#start()} and {@link #close()}
 * waits. What is written goes to the command in the order of the calls, as fast as it reads.
 */
public interface Terminal extends AutoCloseable {

    /** Where a terminal begins. */
    static TerminalBuilder builder() {
        return new TerminalBuilder();
    }

    /**
     * Sends bytes as they are.
     *
     * @throws io.github.claudebridge.process.error.ClaudeException with {@code Closed} when the command has ended, with
     *     {@code InputBlocked} when it has not read a MiB of what was sent before
     */
    void write(byte[] bytes);

    /**
     * Pastes a text, as a person does with the mouse: several lines stay one input. A command that knows of pastes, as Claude Code does, takes
     * none of it for keys.
     *
     * @throws IllegalArgumentException for control characters other than line ends and tabs, which could end the paste
     */
    void paste(String text);

    /** Presses keys, one after the other. */
    void press(Key... keys);

    /** Gives the window another size, and lets the command know. */
    void resize(WindowSize size);

    /** The size of the window. */
    WindowSize size();

    /** What is to be seen now. */
    Screen screen();

    /** The process id. */
    long pid();

    /** Completes with the exit code when the command has ended: 128 + n after signal n. Never completes exceptionally. */
    CompletableFuture<Integer> onExit();

    /**
     * Ends the command and everything it has started: asks it to end, hangs up, kills, going on to the next step only when one did not
     * help. Returns when they are gone, or when nothing has helped, after 9 s at most by default. Can be called again.
     */
    @Override
    void close();
}
