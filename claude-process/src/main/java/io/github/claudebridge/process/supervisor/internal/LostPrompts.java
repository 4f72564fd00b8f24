package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.supervisor.ConversationSpec;
import java.util.UUID;

/** Tells what became of a prompt that was with a process when it died. Thread-safe; may read files. */
@FunctionalInterface
public interface LostPrompts {

    /** Nothing is known of any prompt, so that none is sent twice. */
    LostPrompts UNKNOWN = (spec, sessionId, promptId) -> false;

    /**
     * Whether the CLI certainly did nothing about a prompt, so that it can be sent again.
     *
     * @param spec what the process was started with
     * @param sessionId the session it had at its end
     */
    boolean isUntouched(ConversationSpec spec, UUID sessionId, UUID promptId);
}
