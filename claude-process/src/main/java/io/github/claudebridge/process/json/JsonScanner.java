package io.github.claudebridge.process.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text once: checks all of it, and notes where its values stand. Its limits on depth and numbers are those of the JSON
 * library, so that it reads what passes here.
 */
final class JsonScanner {

    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_NUMBER_BYTES = 1_000;

    private final byte[] bytes;
    private final int end;
    private int at;
    /** What texts are made in, one after the other. */
    private byte @Nullable [] scratch;

    private JsonScanner(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    static JsonSlice scan(byte[] bytes, int offset, int length) {
        JsonScanner scanner = new JsonScanner(bytes, offset, offset + length);
        JsonSlice value = scanner.value(0);
        scanner.skipSpace();
        scanner.require(scanner.at == scanner.end);
        return value;
    }

    private JsonSlice value(int depth) {
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> text();
            case 't' -> word("true", JsonSlice.Kind.TRUE);
            case 'f' -> word("false", JsonSlice.Kind.FALSE);
            case 'n' -> word("null", JsonSlice.Kind.NULL);
            default -> number();
        };
    }

    private JsonSlice object(int depth) {
        require(depth <= MAX_DEPTH);
        int start = at++;
        List<JsonSlice> names = new ArrayList<>();
        List<JsonSlice> values = new ArrayList<>();
        skipSpace();
        if (!skip('}')) {
            do {
                names.add(name());
                values.add(value(depth));
            } while (goesOn('}'));
        }
        return new JsonSlice(JsonSlice.Kind.OBJECT, bytes, start, at, null, names, values);
    }

    private JsonSlice array(int depth) {
        require(depth <= MAX_DEPTH);
        int start = at++;
        List<JsonSlice> values = new ArrayList<>();
        skipSpace();
        if (!skip(']')) {
            do {
                values.add(value(depth));
            } while (goesOn(']'));
        }
        return new JsonSlice(JsonSlice.Kind.ARRAY, bytes, start, at, null, List.of(), values);
    }

    /** After an element: whether there is another one. */
    private boolean goesOn(char close) {
        skipSpace();
        if (skip(',')) {
            return true;
        }
        require(skip(close));
        return false;
    }

    private JsonSlice name() {
        skipSpace();
        require(peek() == '"');
        JsonSlice name = text();
        require(name.isWellFormed());
        skipSpace();
        require(skip(':'));
        return name;
    }

    private JsonSlice text() {
        int start = at;
        at = EightBytes.plainUntil(bytes, start + 1, end);
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return skip('"') ? leaf(JsonSlice.Kind.TEXT, start) : codedText(start);
    }

    private JsonSlice codedText(int start) {
        byte[] room = scratch;
        if (room == null) {
            room = new byte[end - start];
            scratch = room;
        }
        CodedText coded = new CodedText(bytes, start + 1, end, room);
        String text = coded.read();
        at = coded.at();
        if (text == null) {
            throw unexpected();
        }
        at++;
        return new JsonSlice(JsonSlice.Kind.TEXT, bytes, start, at, text, List.of(), List.of());
    }

    private JsonSlice word(String word, JsonSlice.Kind kind) {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            require(skip(word.charAt(i)));
        }
        return leaf(kind, start);
    }

    private JsonSlice number() {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('-')) {
                skip('+');
            }
            digits();
        }
        require(at - start <= MAX_NUMBER_BYTES);
        return leaf(JsonSlice.Kind.NUMBER, start);
    }

    private void digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        require(at > from);
    }

    private JsonSlice leaf(JsonSlice.Kind kind, int start) {
        return new JsonSlice(kind, bytes, start, at, null, List.of(), List.of());
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean skip(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    /** The byte that comes next, negative beyond ASCII and at the end. */
    private int peek() {
        return at < end ? bytes[at] : -1;
    }

    private void require(boolean right) {
        if (!right) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("Not the expected JSON, at byte " + at);
    }
}
