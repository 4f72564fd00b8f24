package io.github.claudebridge.process.framing;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines at {@code \n}, and nowhere else; a {@code \r} before it is dropped. A line beyond the limit is
 * skipped as a whole and reported, and the next line is read as usual. Memory stays bounded by the longest line, and is given back
 * after it. Not thread-safe: one thread feeds it.
 */
public final class LineSplitter {

    /** The default limit: 64 MiB. */
    public static final int DEFAULT_MAX_BYTES = 64 << 20;

    private static final int KEEP_BYTES = 1 << 16;
    private static final int HEAD_BYTES = 256;

    private final int maxBytes;
    private final LineSink sink;
    private byte[] pending = new byte[KEEP_BYTES];
    private int pendingLength;
    private long skipped;

    /**
     * @param maxBytes the longest line that is passed on, at least 1
     * @param sink takes the lines, on the thread that feeds this splitter
     */
    public LineSplitter(int maxBytes, LineSink sink) {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1, not " + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.sink = sink;
    }

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int from = offset;
        for (int i = LineEnds.next(bytes, from, end); i < end; i = LineEnds.next(bytes, from, end)) {
            finish(bytes, from, i - from);
            from = i + 1;
        }
        keep(bytes, from, end - from);
    }

    /** The stream has ended: what is left is the last line. */
    public void end() {
        if (pendingLength > 0 || skipped > 0) {
            finish(pending, 0, 0);
        }
    }

    private void finish(byte[] bytes, int from, int length) {
        if (pendingLength == 0 && skipped == 0 && length <= maxBytes) {
            pass(bytes, from, length);
            return;
        }
        keep(bytes, from, length);
        try {
            if (skipped > 0) {
                sink.tooLong(Arrays.copyOf(pending, pendingLength), skipped);
            } else {
                pass(pending, 0, pendingLength);
            }
        } finally {
            forget();
        }
    }

    private void pass(byte[] bytes, int from, int length) {
        boolean carriageReturn = length > 0 && bytes[from + length - 1] == '\r';
        sink.line(bytes, from, carriageReturn ? length - 1 : length);
    }

    private void keep(byte[] bytes, int from, int length) {
        if (skipped > 0) {
            skipped += length;
        } else if ((long) pendingLength + length > maxBytes) {
            skip(bytes, from, length);
        } else if (length > 0) {
            grow(pendingLength + length);
            System.arraycopy(bytes, from, pending, pendingLength, length);
            pendingLength += length;
        }
    }

    private void skip(byte[] bytes, int from, int length) {
        skipped = (long) pendingLength + length;
        byte[] head = Arrays.copyOf(pending, Math.min(pendingLength, HEAD_BYTES));
        int more = Math.min(HEAD_BYTES - head.length, length);
        pending = Arrays.copyOf(head, HEAD_BYTES);
        System.arraycopy(bytes, from, pending, head.length, more);
        pendingLength = head.length + more;
    }

    private void grow(int needed) {
        if (needed > pending.length) {
            long doubled = Math.max(needed, 2L * pending.length);
            pending = Arrays.copyOf(pending, (int) Math.min(doubled, Math.max(maxBytes, needed)));
        }
    }

    private void forget() {
        pendingLength = 0;
        skipped = 0;
        if (pending.length != KEEP_BYTES) {
            pending = new byte[KEEP_BYTES];
        }
    }
}
