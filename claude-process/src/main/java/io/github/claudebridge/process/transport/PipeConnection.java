package io.github.claudebridge.process.transport;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A child process with three pipes. */
final class PipeConnection implements Connection {

    private final Process process;
    private final ProcessTree tree;

    PipeConnection(Process process, String mark) {
        this.process = process;
        this.tree = new ProcessTree(Optional.of(process.toHandle()), mark);
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public InputStream errors() {
        return process.getErrorStream();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void terminate() {
        tree.remember();
        // Not Process.destroy(): it closes the streams, and with them what the child says at its end.
        process.toHandle().destroy();
    }

    @Override
    public void killTree() {
        tree.kill();
    }

    @Override
    public boolean isTreeAlive() {
        return tree.isAlive();
    }
}
