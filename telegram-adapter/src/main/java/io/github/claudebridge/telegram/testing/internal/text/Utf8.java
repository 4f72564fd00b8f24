package io.github.claudebridge.telegram.testing.internal.text;

import java.nio.charset.StandardCharsets;

/** A text as UTF-8 bytes that may be read past its end, where there are zeros. Immutable. */
final class Utf8 {

    private final byte[] bytes;

    Utf8(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return index < bytes.length ? bytes[index] : 0;
    }

    boolean startsWith(String ascii, int index) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(index + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String slice(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Space as the server's parsers see it; the end counts as one. */
    boolean isSpace(int index) {
        byte b = at(index);
        return b == 0 || b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0x0b;
    }

    boolean isEnd(int index) {
        return index >= bytes.length;
    }
}
