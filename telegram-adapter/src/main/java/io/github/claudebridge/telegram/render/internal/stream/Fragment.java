package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Definition;
import io.github.claudebridge.telegram.render.internal.layout.DocumentLayout;
import io.github.claudebridge.telegram.render.internal.layout.Piece;
import io.github.claudebridge.telegram.render.internal.parse.MarkdownParser;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the document between two cuts, laid out. Not thread-safe.
 *
 * @param start where it begins
 * @param source its Markdown, headed by the opener of the cut
 * @param mentions what it may refer to
 * @param pieces what it shows
 * @param parsed how many UTF-16 units have been looked at to find that
 */
record Fragment(Cut start, String source, Mentions mentions, List<Piece> pieces, int parsed) {

    /** A rule on a line of its own: it ends every definition, so that what follows begins afresh. */
    private static final String END_OF_DEFINITIONS = "***\n";

    /** Lays a part out. What the rest of the document defines is written above it while it is parsed. */
    static Fragment of(Cut start, String source, Collection<Definition> outside) {
        Mentions mentions = new Mentions(source);
        return OpenCode.piece(start, source)
                .map(piece -> new Fragment(start, source, mentions, List.of(piece), source.length()))
                .orElseGet(() -> parse(start, source, mentions, outside));
    }

    private static Fragment parse(Cut start, String source, Mentions mentions, Collection<Definition> outside) {
        String prefix = prefix(outside, mentions);
        int firstLine = (int) prefix.chars().filter(c -> c == '\n').count();
        List<Piece> pieces =
                DocumentLayout.pieces(MarkdownParser.parse(prefix + source), firstLine, start.gap(), start.number());
        if (!start.opener().isEmpty() && !pieces.isEmpty()) {
            pieces.set(0, pieces.get(0).asContinuation());
        }
        return new Fragment(start, source, mentions, pieces, prefix.length() + source.length());
    }

    private static String prefix(Collection<Definition> outside, Mentions mentions) {
        if (outside.isEmpty()) {
            return "";
        }
        String definitions = outside.stream()
                .filter(mentions::contain)
                .map(Definition::toMarkdown)
                .collect(Collectors.joining());
        return definitions.isEmpty() ? "" : definitions + END_OF_DEFINITIONS;
    }

    /** Where in the document it ends. */
    int end() {
        return start.offset() + source.length() - start.opener().length();
    }

    Stream<Definition> definitions() {
        return pieces.stream().flatMap(piece -> piece.definitions().stream());
    }

    /** The first pieces, as a fragment of their own. */
    Fragment head(int count, int length) {
        String head = source.substring(0, length);
        return new Fragment(start, head, new Mentions(head), List.copyOf(pieces.subList(0, count)), parsed);
    }
}
