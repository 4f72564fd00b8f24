package io.github.claudebridge.session.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds, fast and in raw bytes, the lines that may contain a text: those that contain its longest run of plain ASCII
 * characters, which stand in JSON as they are. Immutable and thread-safe.
 */
final class Needle {

    private final byte[] wanted;
    private final int[] shift = new int[256];

    Needle(String text) {
        wanted = longestPlainRun(text).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(shift, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            shift[wanted[i]] = wanted.length - 1 - i;
            shift[Character.toUpperCase(wanted[i])] = wanted.length - 1 - i;
        }
    }

    /** Where the next find begins, whatever its case; -1 for none. A needle without plain characters is everywhere. */
    int find(byte[] buffer, int from, int end) {
        int last = wanted.length - 1;
        if (last < 0) {
            return from < end ? from : -1;
        }
        int at = from;
        while (at + last < end) {
            int tail = buffer[at + last];
            if (folded(tail) == wanted[last] && matches(buffer, at)) {
                return at;
            }
            at += shift[tail & 0xff];
        }
        return -1;
    }

    private boolean matches(byte[] buffer, int at) {
        for (int i = wanted.length - 2; i >= 0; i--) {
            if (folded(buffer[at + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static int folded(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    private static String longestPlainRun(String text) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isPlain(text.charAt(i))) {
                if (i - start > longest.length()) {
                    longest = text.substring(start, i);
                }
                start = i + 1;
            }
        }
        return longest;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/';
    }
}
