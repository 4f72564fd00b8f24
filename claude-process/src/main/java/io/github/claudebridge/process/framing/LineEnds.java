package io.github.claudebridge.process.framing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the ends of lines, eight bytes at a time: one by one it would take a third of the time that decoding takes. */
final class LineEnds {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;
    private static final long LINE_FEEDS = '\n' * EACH;

    private LineEnds() {}

    /** Where the first line feed is; {@code end} where there is none before it. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            // A line feed becomes a zero byte. Subtracting one from each byte sets the top bit of the lowest zero byte,
            // and of none before it.
            long zeros = (long) EIGHT.get(bytes, at) ^ LINE_FEEDS;
            long marks = (zeros - EACH) & ~zeros & TOP_BITS;
            if (marks != 0) {
                return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
