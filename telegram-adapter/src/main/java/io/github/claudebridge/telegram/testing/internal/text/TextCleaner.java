package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes out what messages cannot hold, trims both ends, and moves the entities along. */
final class TextCleaner {

    private static final char FIRST_DIRECTION_MARK = '\u2028';
    private static final char LAST_DIRECTION_MARK = '\u202E';

    private TextCleaner() {}

    static FormattedText clean(FormattedText dirty, Consumer<String> lint) {
        String text = dirty.text();
        int[] moved = new int[text.length() + 1];
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            moved[i] = kept.length();
            char c = text.charAt(i);
            if (c == '\r') {
                continue;
            }
            if (c >= FIRST_DIRECTION_MARK && c <= LAST_DIRECTION_MARK) {
                lint.accept("U+%04X is removed".formatted((int) c));
            } else if (c < ' ' && c != '\n') {
                lint.accept("control character U+%04X becomes a space".formatted((int) c));
                kept.append(' ');
            } else {
                kept.append(c);
            }
        }
        moved[text.length()] = kept.length();
        return trim(kept.toString(), dirty.entities(), moved, lint);
    }

    private static FormattedText trim(String text, List<TextEntity> entities, int[] moved, Consumer<String> lint) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        List<TextEntity> shifted = new ArrayList<>();
        for (TextEntity entity : entities) {
            int from = Math.max(moved[entity.offset()], start) - start;
            int to = Math.min(moved[entity.end()], end) - start;
            if (to > from) {
                shifted.add(entity.at(from, to - from));
            } else if (start < end) {
                lint.accept("entity " + entity.type() + " covers only what is cut off and is dropped");
            }
        }
        return new FormattedText(text.substring(start, end), shifted);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }
}
