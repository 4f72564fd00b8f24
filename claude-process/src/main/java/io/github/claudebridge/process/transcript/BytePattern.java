package io.github.claudebridge.process.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a piece of text in bytes, so that most of a large file is passed over without being parsed. The byte below the end of the
 * piece tells how far the next try may be away (Horspool). Immutable and thread-safe.
 */
final class BytePattern {

    private static final int BYTE_MASK = 0xff;

    private final byte[] wanted;
    private final int[] shifts = new int[BYTE_MASK + 1];

    BytePattern(String text) {
        wanted = text.getBytes(StandardCharsets.UTF_8);
        Arrays.fill(shifts, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            shifts[wanted[i] & BYTE_MASK] = wanted.length - 1 - i;
        }
    }

    boolean isIn(byte[] bytes, int offset, int length) {
        int last = wanted.length - 1;
        int end = offset + length;
        int i = offset + last;
        while (i < end) {
            if (matches(bytes, i - last)) {
                return true;
            }
            i += shifts[bytes[i] & BYTE_MASK];
        }
        return false;
    }

    private boolean matches(byte[] bytes, int from) {
        for (int n = wanted.length - 1; n >= 0; n--) {
            if (bytes[from + n] != wanted[n]) {
                return false;
            }
        }
        return true;
    }
}
