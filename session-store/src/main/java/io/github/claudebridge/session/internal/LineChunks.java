package io.github.claudebridge.session.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads a file of lines forwards, as many whole lines at a time as fit into a buffer. A line beyond the limit is left
 * out. A last line without a newline is given like any other. Not thread-safe.
 */
public final class LineChunks implements Closeable {

    private static final int FIRST_SIZE = 1 << 20;
    /** The longest line that is given, in bytes. */
    public static final int LONGEST_LINE = 16 << 20;

    private final SeekableByteChannel channel;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int end;
    private long offset;
    private boolean skipping;

    /** Reads this file from where it stands, and closes it in the end. */
    public LineChunks(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** The bytes; valid from 0 to {@link #end} until the next call of {@link #next}. */
    public byte[] buffer() {
        return buffer;
    }

    /** The end of the last whole line in the buffer. */
    public int end() {
        return end;
    }

    /** Where the first byte of the buffer stands in the file. */
    public long offset() {
        return offset;
    }

    /** Reads the next lines; false at the end of the file. */
    public boolean next() throws IOException {
        while (true) {
            dropConsumed();
            boolean more = fill();
            end = lastNewline() + 1;
            if (skipping && end > 0) {
                skipLine();
            }
            if (end > 0) {
                return true;
            }
            if (!more) {
                end = skipping ? 0 : filled;
                return end > 0;
            }
            makeRoom();
        }
    }

    private void dropConsumed() {
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        offset += end;
        filled -= end;
        end = 0;
    }

    private boolean fill() throws IOException {
        while (filled < buffer.length) {
            int read = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    private void makeRoom() {
        if (buffer.length < LONGEST_LINE) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            skipping = true;
            offset += filled;
            filled = 0;
        }
    }

    private void skipLine() {
        int newline = 0;
        while (buffer[newline] != '\n') {
            newline++;
        }
        int skipped = newline + 1;
        System.arraycopy(buffer, skipped, buffer, 0, filled - skipped);
        offset += skipped;
        filled -= skipped;
        end -= skipped;
        skipping = false;
    }

    private int lastNewline() {
        int at = filled - 1;
        while (at >= 0 && buffer[at] != '\n') {
            at--;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
