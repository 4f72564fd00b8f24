package io.github.claudebridge.process.transport;

/** Starts commands. Implementations are thread-safe. */
public interface Transport {

    /**
     * Starts a command.
     *
     * @return the running command
     * @throws io.github.claudebridge.process.error.ClaudeException when it cannot be started
     */
    Connection start(Launch launch);
}
