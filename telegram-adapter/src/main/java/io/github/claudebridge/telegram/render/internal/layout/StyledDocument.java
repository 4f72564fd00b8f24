package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.TextEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces put together, one below the other. Not thread-safe. */
public final class StyledDocument {

    private final StringBuilder text = new StringBuilder();
    private final GrowingEntities entities = new GrowingEntities();
    private int gap;

    /** What is shown; a view that changes with the document. */
    public CharSequence text() {
        return text;
    }

    /** Its formatting, sorted by offset; a view that changes with the document. */
    public List<TextEntity> entities() {
        return entities.all();
    }

    /** The formatting that ends behind a position, in order; found without a look at all the rest. */
    public List<TextEntity> entitiesFrom(int position) {
        return entities.from(position);
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
            entities.stretchLast(text.length());
            return;
        }
        for (TextEntity entity : content.entities()) {
            entities.add(shift == 0 ? entity : entity.at(entity.offset() + shift, entity.length()));
        }
    }

    /** Adds text as it is, for the time being. Where the text ends with code, it becomes part of that. */
    public void appendLiteral(String literal) {
        int end = text.length();
        text.append(literal);
        if (entities.size() > 0
                && entities.last().type() == EntityType.PRE
                && entities.last().end() == end
                && entities.lastStandsAlone()) {
            entities.stretchLast(text.length());
        }
    }

    /** The state to which {@link #truncate} can return. */
    public Mark mark() {
        return new Mark(text.length(), entities.size(), gap, entities.size() == 0 ? null : entities.last());
    }

    /** Takes away what has been added since. */
    public void truncate(Mark mark) {
        text.setLength(mark.length);
        entities.truncate(mark.entities);
        if (mark.last != null) {
            entities.replaceLast(mark.last);
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
