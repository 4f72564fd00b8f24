package io.github.claudebridge.telegram.testing.internal.text;

import io.github.claudebridge.telegram.testing.TextEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes entities nested or disjoint, as the server does without a word: code holds nothing, quotes and links do not nest, and what
 * crosses is split.
 */
final class EntityRepair {

    /** The order of the server for entities of the same place: the outer first. */
    static final Comparator<TextEntity> ORDER = Comparator.comparingInt(TextEntity::offset)
            .thenComparing(Comparator.comparingInt(TextEntity::end).reversed())
            .thenComparingInt(entity -> EntityKind.rank(entity.type()));

    private final Consumer<String> lint;

    EntityRepair(Consumer<String> lint) {
        this.lint = lint;
    }

    List<TextEntity> repair(List<TextEntity> entities) {
        List<TextEntity> ordered = entities.stream()
                .flatMap(entity -> usable(entity).stream())
                .sorted(ORDER)
                .toList();
        List<TextEntity> kept = new ArrayList<>();
        for (TextEntity entity : ordered) {
            if (!EntityKind.isSplittable(entity.type())) {
                addWhole(entity, kept);
            }
        }
        for (TextEntity entity : ordered) {
            if (EntityKind.isSplittable(entity.type())) {
                addSplit(entity, kept);
            }
        }
        kept.sort(ORDER);
        return kept;
    }

    private Optional<TextEntity> usable(TextEntity entity) {
        if (EntityKind.isFoundByServer(entity.type())) {
            lint.accept("entity " + entity.type() + " is ignored: the server finds these itself");
            return Optional.empty();
        }
        if (!EntityKind.isKnown(entity.type())) {
            lint.accept("entity of unknown type " + entity.type() + " is ignored");
            return Optional.empty();
        }
        if (entity.type().equals("text_link")) {
            Optional<String> link = Links.checked(entity.argument());
            if (link.isEmpty()) {
                lint.accept("text_link to " + entity.argument() + " is dropped: not an address people can open");
            }
            return link.map(url -> new TextEntity(entity.type(), entity.offset(), entity.length(), url));
        }
        return Optional.of(entity);
    }

    /** Adds a link, code or quote; one that disturbs an earlier one is dropped. */
    private void addWhole(TextEntity entity, List<TextEntity> kept) {
        for (TextEntity other : kept) {
            if (overlaps(entity, other) && !isInQuote(entity, other) && !isInQuote(other, entity)) {
                String how = crosses(entity, other) ? "crosses " : "stands inside ";
                lint.accept(name(entity) + " is dropped: it " + how + name(other));
                return;
            }
        }
        kept.add(entity);
    }

    private static boolean isInQuote(TextEntity inner, TextEntity outer) {
        return EntityKind.isQuote(outer.type()) && !EntityKind.isQuote(inner.type()) && covers(outer, inner);
    }

    private static String name(TextEntity entity) {
        return entity.type() + " at " + entity.offset();
    }

    /**
     * Adds bold and the like. First the parts that lie in code or are there already are cut out; only then it is clear what crosses,
     * and each split can make the pieces cross something else.
     */
    private void addSplit(TextEntity entity, List<TextEntity> kept) {
        List<TextEntity> pieces = List.of(entity);
        for (TextEntity other : kept) {
            pieces = flatMap(pieces, piece -> cut(piece, other));
        }
        int before;
        do {
            before = pieces.size();
            for (TextEntity other : kept) {
                pieces = flatMap(pieces, piece -> split(piece, other));
            }
        } while (pieces.size() > before);
        kept.addAll(pieces);
    }

    private List<TextEntity> cut(TextEntity piece, TextEntity other) {
        if (!overlaps(piece, other)) {
            return List.of(piece);
        }
        if (EntityKind.isCode(other.type())) {
            lint.accept(name(piece) + " is cut out of " + name(other));
            return outside(piece, other);
        }
        return piece.type().equals(other.type()) ? outside(piece, other) : List.of(piece);
    }

    private List<TextEntity> split(TextEntity piece, TextEntity other) {
        if (!crosses(piece, other)) {
            return List.of(piece);
        }
        lint.accept(name(piece) + " is split: it crosses " + name(other));
        int cut = piece.offset() < other.offset() ? other.offset() : other.end();
        return List.of(slice(piece, piece.offset(), cut), slice(piece, cut, piece.end()));
    }

    private static List<TextEntity> flatMap(List<TextEntity> pieces, Function<TextEntity, List<TextEntity>> change) {
        return pieces.stream().flatMap(piece -> change.apply(piece).stream()).toList();
    }

    private static List<TextEntity> outside(TextEntity piece, TextEntity other) {
        List<TextEntity> parts = new ArrayList<>();
        if (piece.offset() < other.offset()) {
            parts.add(slice(piece, piece.offset(), other.offset()));
        }
        if (piece.end() > other.end()) {
            parts.add(slice(piece, other.end(), piece.end()));
        }
        return parts;
    }

    private static TextEntity slice(TextEntity entity, int from, int to) {
        return entity.at(from, to - from);
    }

    private static boolean overlaps(TextEntity a, TextEntity b) {
        return a.offset() < b.end() && b.offset() < a.end();
    }

    private static boolean covers(TextEntity outer, TextEntity inner) {
        return outer.offset() <= inner.offset() && inner.end() <= outer.end();
    }

    private static boolean crosses(TextEntity a, TextEntity b) {
        return overlaps(a, b) && !covers(a, b) && !covers(b, a);
    }
}
