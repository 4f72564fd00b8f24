package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.ClaudeListener;
import io.github.claudebridge.process.ClaudeProcess;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.transport.Transport;

/** Starts one process. Thread-safe. */
@FunctionalInterface
public interface ProcessStarter {

    /**
     * Starts it, and returns when it is ready.
     *
     * @param spec what to start it with
     * @param resume whether to go on with the history of the session, or to begin it
     * @param transport runs it
     * @param listener hears what happens
     * @throws io.github.claudebridge.process.error.ClaudeException when it cannot be started
     */
    ClaudeProcess start(ConversationSpec spec, boolean resume, Transport transport, ClaudeListener listener);
}
