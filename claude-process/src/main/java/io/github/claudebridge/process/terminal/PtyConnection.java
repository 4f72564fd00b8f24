package io.github.claudebridge.process.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command in a pseudo terminal: one stream each way, since a terminal has no second one for errors. Thread-safe. */
final class PtyConnection implements Connection {

    private static final Logger log = LoggerFactory.getLogger(PtyConnection.class);

    private final PtyProcess process;
    private final ProcessTree tree;
    private final AtomicBoolean hungUp = new AtomicBoolean();

    PtyConnection(PtyProcess process, String mark) {
        this.process = process;
        // pty4j's own handle cannot be had; its process id can.
        this.tree = new ProcessTree(ProcessHandle.of(process.pid()), mark);
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
        return InputStream.nullInputStream();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    void resize(WindowSize size) {
        process.setWinSize(new WinSize(size.columns(), size.rows()));
    }

    @Override
    public void terminate() {
        tree.remember();
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    /** Closes the terminal: what runs in it gets the signal HUP, and what it still says is lost. */
    void hangUp() {
        if (!hungUp.compareAndSet(false, true)) {
            return;
        }
        tree.remember();
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
        } catch (IOException e) {
            log.debug("The terminal of {} could not be closed", process.pid(), e);
        }
    }

    @Override
    public void killTree() {
        hangUp();
        tree.kill();
    }

    @Override
    public boolean isTreeAlive() {
        return tree.isAlive();
    }
}
