package io.github.claudebridge.session.log;

import io.github.claudebridge.session.internal.LineChunks;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of lines backwards from a place. Only the head of a line beyond {@link LineChunks#LONGEST_LINE} is
 * given. Not thread-safe.
 */
final class BackwardLines implements Closeable {

    private static final int STEP = 64 << 10;

    private final SeekableByteChannel channel;
    private byte[] buffer = new byte[0];
    private long bufferStart;
    private int unread;

    /** Reads the lines that end at or before the offset. */
    BackwardLines(SeekableByteChannel channel, long offset) throws IOException {
        this.channel = channel;
        this.bufferStart = Math.min(offset, channel.size());
    }

    /** Where the last given line starts, which is where the lines before it end. */
    long offset() {
        return bufferStart + unread;
    }

    /** The line before, without its newline; null at the start of the file. */
    byte @Nullable [] previous() throws IOException {
        if (offset() == 0) {
            return null;
        }
        while (true) {
            int start = newlineBefore(unread - 1) + 1;
            if (start > 0 || bufferStart == 0) {
                return take(start);
            }
            if (buffer.length >= LineChunks.LONGEST_LINE) {
                unread = 1;
            }
            readMore();
        }
    }

    private byte[] take(int start) {
        int end = unread > start && buffer[unread - 1] == '\n' ? unread - 1 : unread;
        byte[] line = new byte[end - start];
        System.arraycopy(buffer, start, line, 0, line.length);
        unread = start;
        return line;
    }

    private int newlineBefore(int end) {
        int at = end - 1;
        while (at >= 0 && buffer[at] != '\n') {
            at--;
        }
        return at;
    }

    private void readMore() throws IOException {
        int more = (int) Math.min(Math.max(STEP, unread), bufferStart);
        ByteBuffer bytes = ByteBuffer.allocate(more + unread).limit(more);
        channel.position(bufferStart - more);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the log became shorter while it was read");
            }
        }
        System.arraycopy(buffer, 0, bytes.array(), more, unread);
        buffer = bytes.array();
        bufferStart -= more;
        unread = buffer.length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
