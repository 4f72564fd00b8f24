package io.github.claudebridge.telegram.render;

import org.jspecify.annotations.Nullable;

/**
 * The formatting of one stretch of a message's text. Immutable.
 *
 * @param type what it is
 * @param offset where it begins, in UTF-16 units, not negative
 * @param length how long it is, in UTF-16 units, positive
 * @param url the target of a {@link EntityType#TEXT_LINK}, otherwise null
 * @param language the language of a {@link EntityType#PRE}, where it is known, otherwise null
 */
public record TextEntity(
        EntityType type,
        int offset,
        int length,
        @Nullable String url,
        @Nullable String language) {

    public TextEntity {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("An entity needs offset >= 0 and length > 0: " + offset + ", " + length);
        }
        if ((url != null) != (type == EntityType.TEXT_LINK)) {
            throw new IllegalArgumentException("A text_link, and only that, has a URL: " + type);
        }
        if (language != null && type != EntityType.PRE) {
            throw new IllegalArgumentException("Only pre has a language: " + type);
        }
    }

    /** An entity that needs nothing but its type. */
    public static TextEntity of(EntityType type, int offset, int length) {
        return new TextEntity(type, offset, length, null, null);
    }

    /** Where it ends, in UTF-16 units, exclusive. */
    public int end() {
        return offset + length;
    }

    /** The same formatting over another stretch. */
    public TextEntity at(int newOffset, int newLength) {
        return new TextEntity(type, newOffset, newLength, url, language);
    }
}
