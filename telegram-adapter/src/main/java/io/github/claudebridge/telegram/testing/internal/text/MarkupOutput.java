package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The text that a markup parser has read so far. The parsers work on UTF-8, entities count UTF-16. Not thread-safe. */
final class MarkupOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<TextEntity> entities = new ArrayList<>();
    private int utf16;

    /** Adds one byte of a UTF-8 text. */
    void add(byte b) {
        int value = b & 0xff;
        boolean startsCharacter = (value & 0xc0) != 0x80;
        if (startsCharacter) {
            utf16 += value >= 0xf0 ? 2 : 1;
        }
        bytes.write(value);
    }

    /** Adds one character. */
    void addCodePoint(int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            add(b);
        }
    }

    void add(TextEntity entity) {
        entities.add(entity);
    }

    /** The entities so far, in the order in which they ended. May be changed. */
    List<TextEntity> entities() {
        return entities;
    }

    /** The length so far in UTF-16 units. */
    int length() {
        return utf16;
    }

    /** What was added since {@code offset}, in UTF-16 units. */
    String since(int offset) {
        return text().substring(offset);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
