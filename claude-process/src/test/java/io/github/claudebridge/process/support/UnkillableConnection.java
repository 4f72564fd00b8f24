package io.github.claudebridge.process.support;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.ForwardingConnection;
import java.util.concurrent.CompletableFuture;

/** A connection to what does not end, as a process of another user. */
public final class UnkillableConnection extends ForwardingConnection {

    public UnkillableConnection(Connection other) {
        super(other);
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return new CompletableFuture<>();
    }

    @Override
    public void terminate() {}

    @Override
    public void killTree() {}
}
