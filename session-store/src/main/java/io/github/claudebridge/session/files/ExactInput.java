package io.github.claudebridge.session.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A known number of bytes of a channel, no fewer and no more. Not thread-safe. */
final class ExactInput extends InputStream {

    private final ReadableByteChannel channel;
    private long left;

    ExactInput(ReadableByteChannel channel, long length) {
        this.channel = channel;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = channel.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, left)));
        if (read < 0) {
            throw new EOFException("the file became " + left + " bytes shorter while it was read");
        }
        left -= read;
        return read;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}
