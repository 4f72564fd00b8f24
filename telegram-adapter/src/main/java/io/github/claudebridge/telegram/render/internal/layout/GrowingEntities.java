package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.TextEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The formatting of a text that grows: sorted by offset, nested or disjoint. What reaches over a place is found without a look at all. Not thread-safe. */
final class GrowingEntities {

    private static final int NONE = -1;

    private final List<TextEntity> entities = new ArrayList<>();

    /** For each of them the index of the one directly around it. */
    private final List<Integer> parents = new ArrayList<>();

    List<TextEntity> all() {
        return Collections.unmodifiableList(entities);
    }

    int size() {
        return entities.size();
    }

    /** Adds one that begins behind the others or within them. */
    void add(TextEntity entity) {
        int parent = entities.size() - 1;
        while (parent != NONE && entities.get(parent).end() <= entity.offset()) {
            parent = parents.get(parent);
        }
        entities.add(entity);
        parents.add(parent);
    }

    TextEntity last() {
        return entities.get(entities.size() - 1);
    }

    void replaceLast(TextEntity entity) {
        entities.set(entities.size() - 1, entity);
    }

    /** Lets the last one end where the text does; it must not end within another. */
    void stretchLast(int end) {
        replaceLast(last().at(last().offset(), end - last().offset()));
    }

    /** Whether no other is around the last one. */
    boolean lastStandsAlone() {
        return parents.get(parents.size() - 1) == NONE;
    }

    /** Takes away all but the first ones. */
    void truncate(int size) {
        entities.subList(size, entities.size()).clear();
        parents.subList(size, parents.size()).clear();
    }

    /** Those that end behind the position, in order. */
    List<TextEntity> from(int position) {
        int first = firstAtOrBehind(position);
        List<TextEntity> found = new ArrayList<>(entities.size() - first + 1);
        for (int i = first - 1; i != NONE; i = parents.get(i)) {
            if (entities.get(i).end() > position) {
                found.add(entities.get(i));
            }
        }
        Collections.reverse(found);
        found.addAll(entities.subList(first, entities.size()));
        return found;
    }

    private int firstAtOrBehind(int position) {
        int low = 0;
        int high = entities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entities.get(middle).offset() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
