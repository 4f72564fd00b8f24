package io.github.claudebridge.telegram.render.internal.split;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.text.Graphemes;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the best place to end a message that cannot hold all the text. Not thread-safe. */
final class CutFinder {

    /** Kinds of places, best first. */
    private enum Place {
        PARAGRAPH,
        LINE,
        /** A line of code after which another statement seems to begin. */
        CODE_STATEMENT,
        CODE_LINE,
        SPACE,
        NONE
    }

    private static final int NOT_FOUND = -1;

    private final CharSequence text;
    private final List<TextEntity> solid;
    private final int start;
    private final int furthest;
    private int current;

    /**
     * @param entities those around, sorted by offset
     * @param furthest the last position at which the message may end, before the end of the text
     */
    CutFinder(CharSequence text, List<TextEntity> entities, int start, int furthest) {
        this.text = text;
        this.solid = entities.stream()
                .filter(entity -> entity.type().isCode() || entity.type() == EntityType.TEXT_LINK)
                .toList();
        this.start = start;
        this.furthest = furthest;
        this.current = solid.size() - 1;
    }

    /** Where the message ends: a good place in its second half, else one in its first half, else wherever it is full. */
    int cut() {
        int half = start + (furthest - start) / 2;
        int cut = best(furthest, half);
        if (cut == NOT_FOUND) {
            cut = best(half, start);
        }
        return cut == NOT_FOUND ? torn() : cut;
    }

    /** The best place from {@code high} down to, and without, {@code low}; of equals the last. */
    private int best(int high, int low) {
        Place best = Place.NONE;
        int cut = NOT_FOUND;
        for (int i = high; i > low; i--) {
            char c = text.charAt(i);
            Place place = c == '\n' ? lineEnd(i) : c == ' ' && solidAround(i) == null ? Place.SPACE : Place.NONE;
            if (place.compareTo(best) < 0) {
                best = place;
                cut = i;
            }
            if (best == Place.PARAGRAPH) {
                return cut;
            }
        }
        return cut;
    }

    private Place lineEnd(int i) {
        TextEntity around = solidAround(i);
        if (around == null) {
            return isNewline(i - 1) || isNewline(i + 1) ? Place.PARAGRAPH : Place.LINE;
        }
        if (around.type() != EntityType.PRE) {
            return Place.NONE;
        }
        boolean indented = i + 1 < text.length() && Whitespace.is(text.charAt(i + 1)) && !isNewline(i + 1);
        return indented ? Place.CODE_LINE : Place.CODE_STATEMENT;
    }

    private boolean isNewline(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) == '\n';
    }

    /** The code or link in whose midst the position is; positions are asked for from the end on. */
    private @Nullable TextEntity solidAround(int i) {
        while (current >= 0 && solid.get(current).offset() >= i) {
            current--;
        }
        return current >= 0 && solid.get(current).end() > i ? solid.get(current) : null;
    }

    /** No gap anywhere: between two characters, if possible not within a link or a piece of code. */
    private int torn() {
        for (TextEntity entity : solid) {
            boolean around = entity.offset() < furthest && entity.end() > furthest;
            if (around && entity.type() != EntityType.PRE && entity.offset() > start) {
                return entity.offset();
            }
        }
        return Graphemes.cutAtOrBefore(text, start, furthest);
    }
}
