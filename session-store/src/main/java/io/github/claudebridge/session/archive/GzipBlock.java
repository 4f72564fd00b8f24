package io.github.claudebridge.session.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A block of the input of {@link ParallelGzip} with all that it takes to deflate it, to be used again and again. Filled
 * by one thread, then deflated by another, then written by the first.
 */
final class GzipBlock {

    static final int SIZE = 256 << 10;
    private static final int WINDOW = 32 << 10;

    private final Deflater deflater;
    private final byte[] input = new byte[SIZE];
    private final byte[] window = new byte[WINDOW];
    private byte[] output = new byte[SIZE];
    private int filled;
    private int windowLength;
    private int written;

    GzipBlock(int level) {
        this.deflater = new Deflater(level, true);
    }

    /** Begins anew; what is at hand of the block before is what a decompressor has at hand then. */
    void follow(GzipBlock before) {
        windowLength = Math.min(WINDOW, before.filled);
        System.arraycopy(before.input, before.filled - windowLength, window, 0, windowLength);
        filled = 0;
    }

    /** Takes as much as there is room for, and says how much that is. */
    int fill(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, SIZE - filled);
        System.arraycopy(bytes, offset, input, filled, taken);
        filled += taken;
        return taken;
    }

    boolean isFull() {
        return filled == SIZE;
    }

    /** Deflates up to a byte border, or to the end of the stream. */
    GzipBlock deflate(boolean last) {
        deflater.reset();
        if (windowLength > 0) {
            deflater.setDictionary(window, 0, windowLength);
        }
        deflater.setInput(input, 0, filled);
        if (last) {
            deflater.finish();
        }
        written = 0;
        boolean more = true;
        while (more) {
            if (written == output.length) {
                output = Arrays.copyOf(output, 2 * output.length);
            }
            int room = output.length - written;
            int step = deflater.deflate(output, written, room, Deflater.SYNC_FLUSH);
            written += step;
            more = last ? !deflater.finished() : step == room;
        }
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(output, 0, written);
    }

    /** Gives its memory back at once. */
    void end() {
        deflater.end();
    }
}
