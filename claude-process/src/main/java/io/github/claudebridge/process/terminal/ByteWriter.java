package io.github.claudebridge.process.terminal;

import io.github.claudebridge.process.error.ClaudeError;
import io.github.claudebridge.process.error.ClaudeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes bytes on a thread of its own, so that nobody else waits for a command that does not read. Thread-safe. */
final class ByteWriter {

    private static final Logger log = LoggerFactory.getLogger(ByteWriter.class);
    private static final int MOST_WAITING = 1 << 20;

    private final OutputStream out;
    private final BlockingQueue<Piece> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private record Piece(ByteBuffer bytes, Duration pause) {}

    ByteWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Adds bytes to what is written.
     *
     * @param pause how long nothing is written before them
     */
    void write(byte[] bytes, Duration pause) {
        if (closed.getCount() == 0) {
            throw new ClaudeException(new ClaudeError.Closed());
        }
        if (waitingBytes.addAndGet(bytes.length) > MOST_WAITING) {
            waitingBytes.addAndGet(-bytes.length);
            throw new ClaudeException(new ClaudeError.InputBlocked());
        }
        waiting.add(new Piece(ByteBuffer.wrap(bytes), pause));
    }

    /** What waits is dropped, and nothing is taken any more. */
    void close() {
        closed.countDown();
        waiting.add(new Piece(ByteBuffer.allocate(0), Duration.ZERO));
    }

    /** Writes until it is closed. */
    void run() {
        try {
            while (true) {
                Piece piece = waiting.take();
                if (closed.await(piece.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                out.write(piece.bytes().array());
                out.flush();
                waitingBytes.addAndGet(-piece.bytes().capacity());
            }
        } catch (IOException gone) {
            log.debug("A terminal takes no more input", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }
}
