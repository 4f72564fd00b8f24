package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.TextEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces put together, one below the other. Not thread-safe. */
public final class StyledDocument {

    private final StringBuilder text = new StringBuilder();
    private final List<TextEntity> entities = new ArrayList<>();
    private int gap;

    /** What is shown; a view that changes with the document. */
    public CharSequence text() {
        return text;
    }

    /** Its formatting, sorted by offset; a view that changes with the document. */
    public List<TextEntity> entities() {
        return Collections.unmodifiableList(entities);
    }

    /** Adds a piece below all others. */
    public void append(Piece piece) {
        gap = Math.max(gap, piece.gap());
        StyledText content = piece.content();
        if (content.text().isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append("\n".repeat(gap));
        }
        gap = 0;
        int shift = text.length();
        text.append(content.text());
        if (piece.continuesCode()) {
            int code = entities.size() - 1;
            int start = entities.get(code).offset();
            entities.set(code, entities.get(code).at(start, text.length() - start));
            return;
        }
        for (TextEntity entity : content.entities()) {
            entities.add(shift == 0 ? entity : entity.at(entity.offset() + shift, entity.length()));
        }
    }

    /** The state to which {@link #truncate} can return. */
    public Mark mark() {
        return new Mark(
                text.length(), entities.size(), gap, entities.isEmpty() ? null : entities.get(entities.size() - 1));
    }

    /** Takes away what has been added since. */
    public void truncate(Mark mark) {
        text.setLength(mark.length);
        entities.subList(mark.entities, entities.size()).clear();
        if (mark.last != null) {
            entities.set(mark.entities - 1, mark.last);
        }
        gap = mark.gap;
    }

    /**
     * How much there is of a document. Immutable.
     *
     * @param length UTF-16 units of text
     * @param entities number of entities
     * @param gap lines to leave before the next piece
     * @param last the last entity, which a piece that continues code makes longer; null when there is none
     */
    public record Mark(
            int length, int entities, int gap, @Nullable TextEntity last) {

        /** The empty document. */
        public static final Mark START = new Mark(0, 0, 0, null);
    }
}
