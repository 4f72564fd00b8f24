package io.github.claudebridge.process.internal;

import io.github.claudebridge.process.framing.LineReader;
import io.github.claudebridge.process.framing.LineSink;
import io.github.claudebridge.process.framing.LineSplitter;
import io.github.claudebridge.process.framing.LineWriter;
import io.github.claudebridge.process.protocol.Message;
import io.github.claudebridge.process.protocol.MessageDecoder;
import io.github.claudebridge.process.transport.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the CLI: reads its output, writes its input, and tells when it has ended. Thread-safe. */
final class CliRun {

    private static final Logger log = LoggerFactory.getLogger(CliRun.class);
    private static final int WAITING_LINES = 1024;
    private static final int MAX_ERROR_LINE = 1 << 16;
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final Connection connection;
    private final MessageDecoder decoder = new MessageDecoder();
    private final ObjIntConsumer<Message> messages;
    private final LineWriter writer;
    private final StderrTail errors = new StderrTail();
    private final CompletableFuture<Void> outputEnd = new CompletableFuture<>();
    private final CompletableFuture<Void> disconnected = new CompletableFuture<>();
    private final CompletableFuture<Void> errorsEnd = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended;

    /**
     * @param connection the running command
     * @param messages takes what the CLI says and the length of its line, on the thread that reads; must not wait
     */
    CliRun(Connection connection, ObjIntConsumer<Message> messages) {
        this.connection = connection;
        this.messages = messages;
        this.writer = new LineWriter(connection.input(), WAITING_LINES, () -> disconnected.complete(null));
        this.ended = connection.onExit().thenComposeAsync(this::afterExit, SharedThreads.CALLBACKS);
    }

    /** Begins to read. Both outputs are read before anything is written, since a full pipe on either side stops both. */
    void begin(ThreadFactory threads) {
        LineSplitter output = new LineSplitter(LineSplitter.DEFAULT_MAX_BYTES, new Decoding());
        LineSplitter tail = new LineSplitter(MAX_ERROR_LINE, errors);
        start(threads, "stdout", new LineReader(connection.output(), output, () -> {
            outputEnd.complete(null);
            disconnected.complete(null);
        }));
        start(threads, "stderr", new LineReader(connection.errors(), tail, () -> errorsEnd.complete(null)));
        start(threads, "stdin", writer);
    }

    private void start(ThreadFactory threads, String stream, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("claude-" + connection.pid() + "-" + stream);
        thread.start();
    }

    /** The CLI is gone, but what it started may live and hold the pipes open; and the pipes may hold its last words. */
    private CompletableFuture<Integer> afterExit(int code) {
        try {
            connection.killTree();
        } catch (RuntimeException failure) {
            log.warn("What process {} has started may still live", connection.pid(), failure);
        }
        return CompletableFuture.allOf(outputEnd, errorsEnd)
                .completeOnTimeout(null, DRAIN.toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(
                        drained -> {
                            writer.close();
                            return code;
                        },
                        SharedThreads.CALLBACKS);
    }

    /**
     * Sends a line; false when too many wait. Never waits. A line to a CLI that has hung up is lost without a word: its end follows, and
     * tells why.
     */
    boolean write(byte[] line) {
        return writer.write(line) || disconnected.isDone();
    }

    /** Ends the CLI's stdin after the lines that wait. */
    void closeInput() {
        writer.close();
    }

    Connection connection() {
        return connection;
    }

    /** Completes with the exit code when the CLI has ended, its last words are read, and nothing that it started lives. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Completes when the CLI says or hears nothing more, which it should do only at its end. */
    CompletableFuture<Void> disconnected() {
        return disconnected;
    }

    List<String> lastErrors() {
        return errors.lines();
    }

    private final class Decoding implements LineSink {

        @Override
        public void line(byte[] buffer, int offset, int length) {
            decoder.decode(buffer, offset, length, message -> messages.accept(message, length));
        }

        @Override
        public void tooLong(byte[] head, long length) {
            messages.accept(decoder.tooLong(head, length), head.length);
        }
    }
}
