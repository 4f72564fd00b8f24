package io.github.claudebridge.telegram.render.internal.split;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.ArrayList;
import java.util.List;

/** The formatting of a part of a text. */
final class Clip {

    private Clip() {}

    /**
     * The entities of the part, with offsets in that part.
     *
     * @param shift how much stands before the part in its message
     */
    static List<TextEntity> entities(List<TextEntity> entities, CharSequence text, int start, int end, int shift) {
        List<TextEntity> clipped = new ArrayList<>(entities.size());
        for (TextEntity entity : entities) {
            int from = Math.max(entity.offset(), start);
            int to = Math.min(entity.end(), end);
            if (from < to && Whitespace.skip(text, from, to) < to) {
                TextEntity whole = to - from < entity.length() ? unfolded(entity) : entity;
                clipped.add(whole.at(from - start + shift, to - from));
            }
        }
        return clipped;
    }

    /** A quote that goes on in another message is not collapsed: the reader could not open it as one. */
    private static TextEntity unfolded(TextEntity entity) {
        return entity.type() == EntityType.EXPANDABLE_BLOCKQUOTE
                ? TextEntity.of(EntityType.BLOCKQUOTE, entity.offset(), entity.length())
                : entity;
    }
}
