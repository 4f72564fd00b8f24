package io.github.claudebridge.process.framing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes lines to a stream from a thread of its own, so that a stream that takes nothing blocks nobody. Lines wait in a bounded queue.
 * Thread-safe.
 */
public final class LineWriter implements Runnable {

    private static final byte[] CLOSE = new byte[0];

    private final OutputStream out;
    private final BlockingQueue<byte[]> queue;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Runnable atBreak;

    /**
     * @param out the stream; closed when the writer is
     * @param capacity how many lines may wait, at least 1
     * @param atBreak runs when the other end takes nothing more although the writer was not closed
     */
    public LineWriter(OutputStream out, int capacity, Runnable atBreak) {
        this.out = out;
        this.atBreak = atBreak;
        // One place more than the capacity, for the mark that closes.
        this.queue = new LinkedBlockingQueue<>(capacity + 1);
    }

    /**
     * Queues a line.
     *
     * @param line the line without its end; it must not hold a line break, and is not copied
     * @return whether it was taken: not when the queue is full or the writer closed
     */
    public boolean write(byte[] line) {
        for (byte b : line) {
            if (b == '\n' || b == '\r') {
                throw new IllegalArgumentException("A line must not hold a line break");
            }
        }
        return !closed.get() && queue.remainingCapacity() > 1 && queue.offer(line);
    }

    /** Ends the stream after the lines that wait. Returns at once; later lines are not taken. */
    public void close() {
        if (closed.compareAndSet(false, true) && !queue.offer(CLOSE)) {
            // Nothing drains a full queue: the lines in it would never arrive anyway.
            queue.clear();
            queue.add(CLOSE);
        }
    }

    @Override
    public void run() {
        try (out) {
            for (byte[] line = queue.take(); line != CLOSE; line = queue.take()) {
                out.write(line);
                out.write('\n');
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException broken) {
            atBreak.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closed.set(true);
            queue.clear();
        }
    }
}
