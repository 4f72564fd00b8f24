package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.transport.Connection;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A running command that is in the ledger until nothing of it lives. Thread-safe. */
final class RecordedConnection implements Connection {

    private static final Duration DEATH = Duration.ofSeconds(1);

    private final Connection connection;
    private final String mark;
    private final ProcessLedger ledger;
    private final CompletableFuture<Integer> exit;

    RecordedConnection(Connection connection, String mark, ProcessLedger ledger) {
        this.connection = connection;
        this.mark = mark;
        this.ledger = ledger;
        this.exit = connection.onExit();
    }

    @Override
    public OutputStream input() {
        return connection.input();
    }

    @Override
    public InputStream output() {
        return connection.output();
    }

    @Override
    public InputStream errors() {
        return connection.errors();
    }

    @Override
    public long pid() {
        return connection.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return exit;
    }

    @Override
    public void terminate() {
        connection.terminate();
    }

    @Override
    public void killTree() {
        connection.killTree();
        killRecorded();
        if (exit.isDone() && !isTreeAlive()) {
            ledger.gone(mark);
        }
    }

    /** A launcher that clears the environment takes the mark from what it starts; once their parent is dead only the ledger knows them. */
    private void killRecorded() {
        List<ProcessId> children = ledger.livingChildren(mark);
        children.forEach(child -> ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly));
        Deaths.await(children, ProcessFacts.SYSTEM, DEATH);
    }

    @Override
    public boolean isTreeAlive() {
        return connection.isTreeAlive() || !ledger.areChildrenDead(mark);
    }
}
