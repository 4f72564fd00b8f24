package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.process.transport.Launch;
import io.github.claudebridge.process.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command in a terminal that is being read and written. Thread-safe. */
final class LiveTerminal implements Terminal {

    private static final Logger log = LoggerFactory.getLogger(LiveTerminal.class);
    private static final int CHUNK = 8192;
    private static final Duration DRAIN = Duration.ofMillis(500);

    private final Connection connection;
    private final PtyConnection pty;
    private final ScreenModel model;
    private final ByteFeed feed;
    private final ByteWriter writer;
    private final CompletableFuture<Void> outputEnd = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended;
    private final Closing closing;
    private volatile WindowSize size;

    private LiveTerminal(
            Connection connection, PtyConnection pty, WindowSize size, TerminalListener listener, Duration closeStep) {
        this.connection = connection;
        this.pty = pty;
        this.size = size;
        this.model = new ScreenModel(size);
        this.feed = new ByteFeed(listener);
        this.writer = new ByteWriter(connection.input());
        this.ended = connection.onExit().thenCompose(this::drained);
        this.closing = new Closing(connection, pty, closeStep);
    }

    static LiveTerminal start(
            Launch launch,
            WindowSize size,
            TerminalListener listener,
            UnaryOperator<Transport> around,
            Duration closeStep,
            ThreadFactory threads) {
        AtomicReference<@Nullable PtyConnection> pty = new AtomicReference<>();
        Transport innermost = inner -> {
            PtyConnection started = PtyTransport.start(inner, size);
            pty.set(started);
            return started;
        };
        Connection connection = around.apply(innermost).start(launch);
        try {
            LiveTerminal terminal = new LiveTerminal(
                    connection, Objects.requireNonNull(pty.get(), "nothing was started"), size, listener, closeStep);
            terminal.begin(threads);
            return terminal;
        } catch (LinkageError screenIsMissing) {
            connection.killTree();
            throw new ClaudeException(
                    new ClaudeError.TerminalUnavailable(Reasons.of(screenIsMissing)), screenIsMissing);
        } catch (Throwable failure) {
            connection.killTree();
            throw failure;
        }
    }

    private void begin(ThreadFactory threads) {
        thread(threads, this::read, "out");
        thread(threads, writer::run, "in");
    }

    private void thread(ThreadFactory threads, Runnable task, String name) {
        Thread thread = threads.newThread(task);
        thread.setName("terminal-" + pid() + "-" + name);
        thread.start();
    }

    private void read() {
        byte[] buffer = new byte[CHUNK];
        try {
            for (int n = connection.output().read(buffer);
                    n >= 0;
                    n = connection.output().read(buffer)) {
                byte[] answer = model.feed(buffer, n);
                feed.bytes(Arrays.copyOf(buffer, n));
                if (answer.length > 0) {
                    writer.write(answer, Duration.ZERO);
                }
            }
        } catch (IOException | ClaudeException closed) {
            log.debug("The output of a terminal has ended", closed);
        } finally {
            outputEnd.complete(null);
        }
    }

    /** What the command has started may hold the terminal open; nothing is read of that for ever. */
    private CompletableFuture<Integer> drained(int code) {
        writer.close();
        return outputEnd
                .completeOnTimeout(null, DRAIN.toMillis(), TimeUnit.MILLISECONDS)
                .handle((nothing, never) -> {
                    feed.end();
                    return code;
                });
    }

    @Override
    public void write(byte[] bytes) {
        writer.write(bytes.clone(), Duration.ZERO);
    }

    /** Writes after a pause, which tells one input from the next. */
    void writeAfter(Duration pause, byte[] bytes) {
        writer.write(bytes, pause);
    }

    @Override
    public void paste(String text) {
        writer.write(Pasted.bytes(text), Duration.ZERO);
    }

    @Override
    public void press(Key... keys) {
        for (Key key : keys) {
            writer.write(key.bytes(), Duration.ZERO);
        }
    }

    @Override
    public void resize(WindowSize newSize) {
        size = newSize;
        model.resize(newSize);
        if (!ended.isDone()) {
            pty.resize(newSize);
        }
    }

    @Override
    public WindowSize size() {
        return size;
    }

    @Override
    public Screen screen() {
        return model.look();
    }

    @Override
    public long pid() {
        return connection.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return ended.copy();
    }

    boolean isTreeAlive() {
        return connection.isTreeAlive();
    }

    @Override
    public void close() {
        closing.perform();
        writer.close();
    }
}
