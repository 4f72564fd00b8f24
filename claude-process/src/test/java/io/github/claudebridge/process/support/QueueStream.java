package io.github.claudebridge.process.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An input stream that gives what is added to it, and waits for more. */
final class QueueStream extends InputStream {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    private byte[] chunk = new byte[0];
    private int position;

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            chunks.add(bytes);
        }
    }

    void finish() {
        chunks.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position == chunk.length && !nextChunk()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        try {
            chunk = chunks.take();
            position = 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (chunk == END) {
            chunks.add(END);
            return false;
        }
        return true;
    }
}
