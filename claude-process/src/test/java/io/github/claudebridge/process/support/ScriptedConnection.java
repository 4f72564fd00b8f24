package io.github.claudebridge.process.support;

import io.github.claudebridge.process.testing.InMemoryConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The streams of a {@link ScriptedCli}. */
public final class ScriptedConnection extends InMemoryConnection {

    private final QueueStream output;
    private final QueueStream errors;
    private final CompletableFuture<Void> inputClosed;

    ScriptedConnection(Consumer<String> lines) {
        this(lines, new QueueStream(), new QueueStream(), new CompletableFuture<>());
    }

    private ScriptedConnection(
            Consumer<String> lines, QueueStream output, QueueStream errors, CompletableFuture<Void> inputClosed) {
        super(new LineCollector(lines, () -> inputClosed.complete(null)), output, errors);
        this.output = output;
        this.errors = errors;
        this.inputClosed = inputClosed;
    }

    /** Prints a text. */
    public void say(String text) {
        output.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Prints a text on stderr. */
    public void complain(String text) {
        errors.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Completes when the host has closed stdin. */
    public CompletableFuture<Void> inputClosed() {
        return inputClosed;
    }

    /** Closes stdout, as a program may while it lives on. */
    public void closeOutput() {
        output.finish();
    }

    /** Ends. */
    public void exit(int code) {
        output.finish();
        errors.finish();
        ended(code);
    }

    @Override
    public void terminate() {
        exit(143);
    }

    @Override
    public void killTree() {
        exit(137);
    }
}
