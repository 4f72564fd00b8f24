package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.Status;
import io.github.claudebridge.process.Turn;
import io.github.claudebridge.process.error.Dialog;
import java.util.Optional;
import java.util.UUID;

/**
 * The interactive Claude Code in a pseudo terminal: everything that a person can do there, and its turns told to the same
 * {@link io.github.claudebridge.process.ClaudeListener} as those of a {@link io.github.claudebridge.process.ClaudeProcess}, whoever has
 * typed them. What is told comes from hooks and from the session's file: whole blocks only, no cost, no tokens. Permissions, questions and
 * plans are answered with keys, by whoever looks at the screen.
 *
 * <p>Thread-safe. No method waits, but {@link ClaudeTerminalBuilder#start()} and {@link #close()}. Nothing keeps another process from using
 * the same session meanwhile: that is for the host to see to.
 */
public interface ClaudeTerminal extends Terminal {

    /** Where the terminal of a Claude Code begins. */
    static ClaudeTerminalBuilder builder() {
        return new ClaudeTerminalBuilder();
    }

    /**
     * Pastes a prompt into the prompt box and presses Enter, as soon as Claude Code is at its prompt and no earlier one is open. Slash
     * commands are no prompts: most begin no turn; type those with {@link #paste} and {@link #press}.
     *
     * @param prompt not blank, not beginning with {@code /} or {@code !}, without control characters but line ends and tabs;
     *     {@code @path} in it makes the CLI read files
     * @return its turn; one that the process does not live to end, or that never begins, fails
     * @throws IllegalArgumentException for a text that is no prompt
     */
    Turn send(String prompt);

    /** Stops the running turn, as the Escape key does. Without one nothing happens to the session. */
    void interrupt();

    /** The id to resume this conversation with. It changes after {@code /clear}. */
    UUID sessionId();

    /** What it is doing; {@code RETRYING} and {@code COMPACTING} cannot be told here. */
    Status status();

    /** The dialog before the prompt that is to be seen now, if there is one. */
    Optional<Dialog> dialog();
}
