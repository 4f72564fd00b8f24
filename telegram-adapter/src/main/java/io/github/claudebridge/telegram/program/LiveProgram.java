package io.github.claudebridge.telegram.program;

import io.github.claudebridge.process.transport.Connection;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.program.ProgramResult.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that runs. Thread-safe. */
final class LiveProgram implements RunningProgram {

    private static final Logger LOG = LoggerFactory.getLogger(LiveProgram.class);

    /** Whoever prints more than this prints without end. */
    private static final long FLOOD = 64L << 20;

    /** What is left in a pipe is read within this. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Connection connection;
    private final BoundedOutput output = new BoundedOutput();
    private volatile Ending ending = Ending.EXITED;
    private final CompletableFuture<ProgramResult> result = new CompletableFuture<>();

    LiveProgram(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads what it prints and sees it to its end.
     *
     * @param threads runs one task for each stream, and one more now and then
     */
    void begin(Duration limit, Timers timers, Executor threads) {
        closeInput();
        CompletableFuture<Void> read = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> read(connection.output()), threads),
                CompletableFuture.runAsync(() -> read(connection.errors()), threads));
        Runnable noLimit = timers.after(limit, () -> threads.execute(() -> end(Ending.TIMED_OUT)));
        CompletableFuture<Void> unused = connection
                .onExit()
                .thenCompose(exit -> read.completeOnTimeout(null, DRAIN.toMillis(), TimeUnit.MILLISECONDS)
                        .thenAcceptAsync(
                                done -> {
                                    noLimit.run();
                                    // What it left behind in the background is not part of it.
                                    connection.killTree();
                                    result.complete(new ProgramResult(ending, exit, output.text()));
                                },
                                threads))
                .exceptionally(failure -> {
                    connection.killTree();
                    result.completeExceptionally(failure);
                    return null;
                });
    }

    private void closeInput() {
        try {
            connection.input().close();
        } catch (IOException e) {
            LOG.debug("A program had ended before its input was closed.");
        }
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[1 << 14];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                if (output.add(buffer, count) > FLOOD) {
                    end(Ending.FLOODED);
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("What a program printed could not be read to its end.");
        }
    }

    private synchronized void end(Ending why) {
        if (ending == Ending.EXITED) {
            ending = why;
            connection.killTree();
        }
    }

    @Override
    public void stop() {
        end(Ending.STOPPED);
    }

    @Override
    public CompletableFuture<ProgramResult> result() {
        return result;
    }
}
