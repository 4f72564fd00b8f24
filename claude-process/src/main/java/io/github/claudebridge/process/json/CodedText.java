package io.github.claudebridge.process.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a text that has escapes in it, or characters beyond ASCII: checks it and makes a string of it, in one pass over its bytes. */
final class CodedText {

    private static final boolean[] PLAIN = new boolean[1 << Byte.SIZE];

    static {
        for (int ascii = ' '; ascii <= Byte.MAX_VALUE; ascii++) {
            PLAIN[ascii] = ascii != '"' && ascii != '\\';
        }
    }

    private final byte[] bytes;
    private final int end;
    private final byte[] out;
    private int at;
    private int length;
    private @Nullable StringBuilder done;

    /**
     * @param start what follows the opening quote
     * @param out room for as many bytes as are left
     */
    CodedText(byte[] bytes, int start, int end, byte[] out) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.out = out;
    }

    /** The text, up to its closing quote; null where it is none. */
    @Nullable String read() {
        boolean right = true;
        for (copy(); right && !isAt('"'); copy()) {
            right = isAt('\\') ? unicode() : wide();
        }
        if (!right) {
            return null;
        }
        String rest = new String(out, 0, length, StandardCharsets.UTF_8);
        return done == null ? rest : done.append(rest).toString();
    }

    /** Where reading stopped. */
    int at() {
        return at;
    }

    private boolean isAt(char wanted) {
        return at < end && bytes[at] == wanted;
    }

    /** Copies plain characters, and those that are written with a backslash and a letter. */
    private void copy() {
        byte meaning = copyPlain();
        while (meaning != 0) {
            out[length++] = meaning;
            at += 2;
            meaning = copyPlain();
        }
    }

    /** Copies plain characters, all together; returns the one that is written with a backslash and a letter after them, or 0. */
    private byte copyPlain() {
        int to = at;
        while (to < end && PLAIN[bytes[to] & 0xFF]) {
            to++;
        }
        System.arraycopy(bytes, at, out, length, to - at);
        length += to - at;
        at = to;
        return to + 1 < end && bytes[to] == '\\' ? Escapes.meaning(bytes[to + 1]) : 0;
    }

    private boolean wide() {
        int bytesOfIt = at < end && bytes[at] < 0 ? Utf8.length(bytes, at, end) : 0;
        for (int i = 0; i < bytesOfIt; i++) {
            out[length++] = bytes[at++];
        }
        return bytesOfIt > 0;
    }

    private boolean unicode() {
        if (!Escapes.isUnicode(bytes, at, end)) {
            return false;
        }
        char unit = Escapes.unicode(bytes, at);
        at += Escapes.UNICODE;
        if (!Character.isSurrogate(unit)) {
            length = Utf8.write(unit, out, length);
        } else if (Character.isHighSurrogate(unit) && isLowSurrogate()) {
            length = Utf8.write(Character.toCodePoint(unit, Escapes.unicode(bytes, at)), out, length);
            at += Escapes.UNICODE;
        } else {
            lonely(unit);
        }
        return true;
    }

    private boolean isLowSurrogate() {
        return Escapes.isUnicode(bytes, at, end) && Character.isLowSurrogate(Escapes.unicode(bytes, at));
    }

    /** Half of a pair has no UTF-8 form, but a place in a string. */
    private void lonely(char unit) {
        StringBuilder before = done == null ? new StringBuilder() : done;
        done = before.append(new String(out, 0, length, StandardCharsets.UTF_8)).append(unit);
        length = 0;
    }
}
