package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.event.ClaudeEvent;
import io.github.claudebridge.process.event.ConversationReset;
import io.github.claudebridge.process.event.MessageStarted;
import io.github.claudebridge.process.event.Output;
import io.github.claudebridge.process.event.ResultMessage;
import io.github.claudebridge.process.event.SessionInit;
import java.util.UUID;

/** Under which id the conversation is stored. Not thread-safe. */
final class Identity {

    private UUID id;
    private boolean history;

    Identity(UUID id, boolean history) {
        this.id = id;
        this.history = history;
    }

    void observe(ClaudeEvent event) {
        if (event instanceof ConversationReset) {
            // The id announced here is not the one that comes; the old one must not be resumed any more.
            id = UUID.randomUUID();
            history = false;
        } else if (event instanceof SessionInit init) {
            named(init.sessionId());
        } else if (event instanceof ResultMessage result) {
            named(result.sessionId());
            history |= result.rounds() > 0;
        } else if (event instanceof MessageStarted || (event instanceof Output output && !output.synthetic())) {
            history = true;
        }
    }

    private void named(String name) {
        try {
            UUID named = UUID.fromString(name);
            if (!named.equals(id)) {
                id = named;
                history = false;
            }
        } catch (IllegalArgumentException notAnId) {
            // Keep the id we know.
        }
    }

    UUID id() {
        return id;
    }

    boolean hasHistory() {
        return history;
    }
}
