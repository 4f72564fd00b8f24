package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.nio.charset.StandardCharsets;

/** Refuses entities that do not lie on whole characters of their text. */
final class EntityRange {

    private EntityRange() {}

    static void check(FormattedText formatted) {
        for (TextEntity entity : formatted.entities()) {
            check(formatted.text(), entity.offset(), "begins");
            check(formatted.text(), entity.end(), "ends");
        }
    }

    private static void check(String text, int at, String verb) {
        if (at > text.length()) {
            throw ApiError.badRequest("entity " + verb + " after the end of the text at UTF-16 offset " + at);
        }
        boolean inside = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        if (inside) {
            int bytes = text.substring(0, at - 1).getBytes(StandardCharsets.UTF_8).length;
            throw ApiError.badRequest("entity " + verb + " in a middle of a UTF-16 symbol at byte offset " + bytes);
        }
    }
}
