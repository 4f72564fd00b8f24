package io.github.claudebridge.process.support;

import io.github.claudebridge.process.transport.Connection;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The streams of a {@link ScriptedCli}. */
public final class ScriptedConnection implements Connection {

    private final QueueStream output = new QueueStream();
    private final QueueStream errors = new QueueStream();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> inputClosed = new CompletableFuture<>();
    private final LineCollector input;

    ScriptedConnection(Consumer<String> lines) {
        input = new LineCollector(lines, () -> inputClosed.complete(null));
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
        return exit;
    }

    @Override
    public void terminate() {
        exit(143);
    }

    @Override
    public void killTree() {
        exit(137);
    }

    @Override
    public boolean isTreeAlive() {
        return !exit.isDone();
    }
}
