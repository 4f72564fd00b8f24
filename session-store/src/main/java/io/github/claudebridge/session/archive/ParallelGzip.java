package io.github.claudebridge.session.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses to one ordinary gzip member on several threads. Blocks of the input are deflated apart from each other, each
 * primed with the end of the block before it, which a decompressor has at hand, and joined at byte borders. Not
 * thread-safe.
 */
final class ParallelGzip extends FilterOutputStream {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};

    /** Enough that the workers go on when the thread that feeds them has to wait for a busy machine. */
    private static final int BLOCKS_PER_THREAD = 8;

    private final int level;
    private final int ahead;
    private final ExecutorService workers;
    private final Queue<Future<GzipBlock>> working = new ArrayDeque<>();
    private final Queue<GzipBlock> idle = new ArrayDeque<>();
    private final CRC32 checksum = new CRC32();
    private GzipBlock current;
    private long total;
    private boolean closed;

    ParallelGzip(OutputStream out, int level, int threads) throws IOException {
        super(out);
        this.level = level;
        this.ahead = BLOCKS_PER_THREAD * threads;
        this.current = new GzipBlock(level);
        this.workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "claude-bridge-gzip");
            thread.setDaemon(true);
            return thread;
        });
        out.write(HEADER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        total += length;
        int taken = 0;
        while (taken < length) {
            if (current.isFull()) {
                begin(submit(false));
            }
            taken += current.fill(bytes, offset + taken, length - taken);
        }
    }

    /** Does nothing: a block goes out when it is full. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = out) {
            submit(true);
            while (!working.isEmpty()) {
                retire(target);
            }
            target.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue())
                    .putInt((int) total)
                    .array());
        } finally {
            workers.shutdownNow();
            idle.forEach(GzipBlock::end);
        }
    }

    private GzipBlock submit(boolean last) throws IOException {
        while (working.size() >= ahead) {
            retire(out);
        }
        GzipBlock block = current;
        working.add(workers.submit(() -> block.deflate(last)));
        return block;
    }

    private void begin(GzipBlock before) {
        GzipBlock spare = idle.poll();
        current = spare == null ? new GzipBlock(level) : spare;
        current.follow(before);
    }

    /** Writes the oldest block, which is free to be used again then. */
    private void retire(OutputStream target) throws IOException {
        try {
            GzipBlock block = working.remove().get();
            block.writeTo(target);
            idle.add(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while compressing");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
