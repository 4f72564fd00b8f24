package io.github.claudebridge.process.testing;

import io.github.claudebridge.process.transport.Connection;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A connection to something that runs in this JVM: three streams and an exit code, but no process. Thread-safe. */
public abstract class InMemoryConnection implements Connection {

    private final OutputStream input;
    private final InputStream output;
    private final InputStream errors;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /**
     * @param input takes what the host says
     * @param output gives what the host is to read
     * @param errors the same beside it, as stderr does
     */
    protected InMemoryConnection(OutputStream input, InputStream output, InputStream errors) {
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /** It has ended with this exit code; only the first call counts. */
    protected final void ended(int code) {
        exit.complete(code);
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    @Override
    public boolean isTreeAlive() {
        return !exit.isDone();
    }
}
