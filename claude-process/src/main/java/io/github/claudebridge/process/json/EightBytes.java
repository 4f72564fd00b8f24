package io.github.claudebridge.process.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Passes over the plain part of a text, eight bytes at a time. */
final class EightBytes {

    private static final VarHandle IN_ARRAY =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;

    private EightBytes() {}

    /** Where less than eight bytes are left, or one of the next eight is a quote, a backslash, a control character or no ASCII. */
    static int plainUntil(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES && arePlain((long) IN_ARRAY.get(bytes, at))) {
            at += Long.BYTES;
        }
        return at;
    }

    private static boolean arePlain(long eight) {
        // Subtracting from a byte sets its top bit where it was smaller.
        long controls = eight - ' ' * EACH;
        return ((controls | eight | zeros(eight ^ '"' * EACH) | zeros(eight ^ '\\' * EACH)) & TOP_BITS) == 0;
    }

    /** Sets the top bit of the lowest byte that is zero, and of none where none is. */
    private static long zeros(long eight) {
        return (eight - EACH) & ~eight;
    }
}
