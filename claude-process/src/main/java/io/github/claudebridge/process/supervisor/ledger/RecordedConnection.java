package io.github.claudebridge.process.supervisor.ledger;

import io.github.claudebridge.process.transport.Connection;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A running command that is in the ledger until nothing of it lives. Thread-safe. */
final class RecordedConnection implements Connection {

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
        if (exit.isDone() && !connection.isTreeAlive()) {
            ledger.gone(mark);
        }
    }

    @Override
    public boolean isTreeAlive() {
        return connection.isTreeAlive();
    }
}
