package io.github.claudebridge.session.archive;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
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

    private static final int BLOCK = 256 << 10;
    private static final int WINDOW = 32 << 10;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final int level;
    private final int ahead;
    private final ExecutorService workers;
    private final Queue<Future<byte[]>> blocks = new ArrayDeque<>();
    private final CRC32 checksum = new CRC32();
    private byte[] window = {};
    private byte[] block = new byte[BLOCK];
    private int filled;
    private long total;
    private boolean closed;

    ParallelGzip(OutputStream out, int level, int threads) throws IOException {
        super(out);
        this.level = level;
        this.ahead = 2 * threads + 1;
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
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == BLOCK) {
                submit(false);
            }
            int part = Math.min(left, BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, part);
            filled += part;
            from += part;
            left -= part;
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
            while (!blocks.isEmpty()) {
                target.write(take());
            }
            target.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue())
                    .putInt((int) total)
                    .array());
        } finally {
            workers.shutdownNow();
        }
    }

    private void submit(boolean last) throws IOException {
        while (blocks.size() >= ahead) {
            out.write(take());
        }
        byte[] input = block;
        int length = filled;
        byte[] before = window;
        blocks.add(workers.submit(() -> deflate(before, input, length, last)));
        window = Arrays.copyOfRange(input, Math.max(0, length - WINDOW), length);
        block = new byte[BLOCK];
        filled = 0;
    }

    private byte[] deflate(byte[] before, byte[] input, int length, boolean last) {
        Deflater deflater = new Deflater(level, true);
        try {
            if (before.length > 0) {
                deflater.setDictionary(before);
            }
            deflater.setInput(input, 0, length);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream output = new ByteArrayOutputStream(BLOCK / 2);
            byte[] buffer = new byte[WINDOW];
            int written;
            do {
                written = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                output.write(buffer, 0, written);
            } while (last ? !deflater.finished() : written == buffer.length);
            return output.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private byte[] take() throws IOException {
        try {
            return blocks.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while compressing");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
