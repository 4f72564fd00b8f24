package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;

/** Which quotes are long enough to be shown collapsed. */
final class QuoteLength {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_LINES = 8;

    private QuoteLength() {}

    /** The type for what has been written from {@code start} on: a long quote becomes expandable, all else stays. */
    static EntityType typeFor(EntityType type, CharSequence text, int start) {
        if (type != EntityType.BLOCKQUOTE) {
            return type;
        }
        boolean isLong = text.length() - start > MAX_LENGTH
                || text.subSequence(start, text.length())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        >= MAX_LINES;
        return isLong ? EntityType.EXPANDABLE_BLOCKQUOTE : type;
    }
}
