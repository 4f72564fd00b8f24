package io.github.claudebridge.process.transport;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A connection that behaves as another one does, but for what a subclass overrides. As thread-safe as the other one. */
public class ForwardingConnection implements Connection {

    private final Connection other;

    /**
     * @param other does what is not overridden
     */
    public ForwardingConnection(Connection other) {
        this.other = other;
    }

    @Override
    public OutputStream input() {
        return other.input();
    }

    @Override
    public InputStream output() {
        return other.output();
    }

    @Override
    public InputStream errors() {
        return other.errors();
    }

    @Override
    public long pid() {
        return other.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return other.onExit();
    }

    @Override
    public void terminate() {
        other.terminate();
    }

    @Override
    public void killTree() {
        other.killTree();
    }

    @Override
    public boolean isTreeAlive() {
        return other.isTreeAlive();
    }
}
