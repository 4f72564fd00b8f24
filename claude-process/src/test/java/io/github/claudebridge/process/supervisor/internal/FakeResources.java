package io.github.claudebridge.process.supervisor.internal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.supervisor.ConversationSpec;
import io.github.claudebridge.process.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a process needs beside itself, as a record of what was done with it. Not thread-safe. */
final class FakeResources implements Resources {

    final List<UUID> followed = new ArrayList<>();
    boolean nextIsTaken;
    boolean cannotBeHeld;
    int closed;

    @Override
    public ConversationSpec apply(ConversationSpec spec) {
        return spec;
    }

    @Override
    public Transport over(Transport transport) {
        return transport;
    }

    @Override
    public void heldBy(long pid) {
        if (cannotBeHeld) {
            throw new IllegalStateException("The disk is full");
        }
    }

    @Override
    public void follow(UUID sessionId) {
        if (nextIsTaken) {
            throw new ClaudeException(new ClaudeError.SessionBusy(sessionId, 1));
        }
        followed.add(sessionId);
    }

    @Override
    public void close() {
        closed++;
    }
}
