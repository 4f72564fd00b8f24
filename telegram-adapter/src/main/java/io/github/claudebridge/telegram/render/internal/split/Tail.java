package io.github.claudebridge.telegram.render.internal.split;

import static io.github.claudebridge.telegram.render.RenderedMessage.MAX_ENTITIES;
import static io.github.claudebridge.telegram.render.RenderedMessage.MAX_LENGTH;

import io.github.claudebridge.telegram.render.RenderedMessage;
import io.github.claudebridge.telegram.render.TextEntity;
import io.github.claudebridge.telegram.render.internal.text.Graphemes;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The end of a text as one message. Stateless; safe for use by many threads. */
public final class Tail {

    private static final int SMALLEST = 100;
    private static final String OMITTED = "…\n";

    private Tail() {}

    /**
     * As much of the end as fits; where something is left out, it begins with a line of its own, if possible with a whole one.
     *
     * @param entitiesFrom the formatting that ends behind a position, sorted by offset, nested or disjoint
     * @param limit the most UTF-16 units, at least 100 and at most that of a message
     * @return empty when there is nothing to see
     */
    public static Optional<RenderedMessage> of(
            CharSequence text, IntFunction<List<TextEntity>> entitiesFrom, int limit) {
        if (limit < SMALLEST || limit > MAX_LENGTH) {
            throw new IllegalArgumentException("limit: " + limit);
        }
        int end = Whitespace.skipBack(text, 0, text.length());
        int start = Whitespace.skip(text, 0, end);
        boolean fits = end - start <= limit;
        int earliest = Math.max(start, end - limit + OMITTED.length());
        List<TextEntity> entities = entitiesFrom.apply(fits ? start : earliest);
        int surplusEnd = surplusEnd(entities, earliest);
        if (fits && surplusEnd == 0) {
            return message("", text, entities, start, end);
        }
        int from = Math.max(earliest, surplusEnd);
        return message(OMITTED, text, entities, gapAfter(text, from, end), end);
    }

    private static Optional<RenderedMessage> message(
            String prefix, CharSequence text, List<TextEntity> entities, int start, int end) {
        if (!Whitespace.isVisible(text, start, end)) {
            return Optional.empty();
        }
        List<TextEntity> clipped = Clip.entities(entities, text, start, end, prefix.length());
        return Optional.of(new RenderedMessage(prefix + text.subSequence(start, end), clipped));
    }

    /** The beginning of a line, else of a word, in the first half of what is left; else where it would begin anyway. */
    private static int gapAfter(CharSequence text, int from, int end) {
        int middle = from + (end - from) / 2;
        for (int i = Math.max(from, 1); i < middle; i++) {
            if (text.charAt(i - 1) == '\n' && text.charAt(i) != '\n') {
                return i;
            }
        }
        for (int i = Math.max(from, 1); i < middle; i++) {
            if (Whitespace.is(text.charAt(i - 1)) && !Whitespace.is(text.charAt(i))) {
                return i;
            }
        }
        return Graphemes.cutAtOrAfter(text, from, end);
    }

    /** Where so many entities have ended that a message can hold the others; 0 where it holds all. */
    private static int surplusEnd(List<TextEntity> entities, int earliest) {
        if (entities.size() <= MAX_ENTITIES) {
            return 0;
        }
        int[] ends = entities.stream()
                .mapToInt(TextEntity::end)
                .filter(end -> end > earliest)
                .sorted()
                .toArray();
        return ends.length <= MAX_ENTITIES ? 0 : ends[ends.length - MAX_ENTITIES - 1];
    }
}
