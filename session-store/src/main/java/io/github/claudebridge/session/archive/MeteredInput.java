package io.github.claudebridge.session.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and refuses to read on beyond a limit while one is set. Not thread-safe. */
final class MeteredInput extends FilterInputStream {

    private long count;
    private long limit = Long.MAX_VALUE;

    MeteredInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** Allows this many bytes more. */
    void allow(long more) {
        limit = more == Long.MAX_VALUE ? Long.MAX_VALUE : count + more;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count >= limit) {
            throw new IOException("a header of an entry is far too long");
        }
        int read = super.read(buffer, offset, (int) Math.min(length, limit - count));
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)], 0, (int) Math.min(bytes, 8192)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
