package io.github.claudebridge.process.framing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of lines, 32 bytes at a time: one by one it would take a third of the time that decoding takes. */
final class LineEnds {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;
    private static final long LINE_FEEDS = '\n' * EACH;

    private LineEnds() {}

    /** Where the first line feed is; {@code end} where there is none before it. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - 4 * Long.BYTES
                && (marks(bytes, at) | marks(bytes, at + 8) | marks(bytes, at + 16) | marks(bytes, at + 24)) == 0) {
            at += 4 * Long.BYTES;
        }
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Not zero where one of the next eight bytes is a line feed. */
    private static long marks(byte[] bytes, int at) {
        // A line feed becomes a zero byte, and subtracting one sets its top bit.
        long zeros = (long) EIGHT.get(bytes, at) ^ LINE_FEEDS;
        return (zeros - EACH) & ~zeros & TOP_BITS;
    }
}
