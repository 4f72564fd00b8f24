package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Definition;
import io.github.claudebridge.telegram.render.internal.layout.Piece;
import io.github.claudebridge.telegram.render.internal.layout.StyledDocument;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document to which text is added at its end. At any time it is what the whole text would be, but only the blocks that can still change are parsed
 * again. Not thread-safe.
 */
public final class GrowingDocument {

    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder source = new StringBuilder();
    private final StyledDocument styled = new StyledDocument();
    private final List<Fragment> finished = new ArrayList<>();
    private final Map<String, Definition> finishedDefinitions = new LinkedHashMap<>();
    private Map<String, Definition> applied = Map.of();
    private StyledDocument.Mark finishedEnd = StyledDocument.Mark.START;
    private Cut cut = Cut.START;
    private int completeRaw;
    private int completeSource;

    /** Adds to the end of the text. */
    public void append(CharSequence more) {
        raw.append(more);
    }

    /** What is shown of it as of the last {@link #update}. */
    public StyledDocument styled() {
        return styled;
    }

    /**
     * Brings what is shown up to date.
     *
     * @return how many UTF-16 units at its beginning are certainly as they were
     */
    public int update() {
        cleanUp();
        int unchanged = finishedEnd.length();
        Fragment open = Fragment.of(cut, cut.opener() + source.substring(cut.offset()), finishedDefinitions.values());
        Map<String, Definition> all = new LinkedHashMap<>(finishedDefinitions);
        open.definitions().forEach(definition -> all.putIfAbsent(definition.key(), definition));
        if (!all.equals(applied)) {
            unchanged = redefine(all) ? 0 : unchanged;
            applied = all;
        }
        styled.truncate(finishedEnd);
        finish(open);
        return unchanged;
    }

    /** Lines that have ended are cleaned up once; the last one is taken anew each time, since its last character may be half of something. */
    private void cleanUp() {
        source.setLength(completeSource);
        int lineEnd = raw.lastIndexOf("\n") + 1;
        if (lineEnd > completeRaw) {
            source.append(TextCleanup.sourcePart(raw, completeRaw, lineEnd));
            completeRaw = lineEnd;
            completeSource = source.length();
        }
        source.append(TextCleanup.sourcePart(raw, completeRaw, raw.length()));
    }

    private void finish(Fragment open) {
        int completeLines = (int) open.source().chars().filter(c -> c == '\n').count();
        int count = SafeCut.finished(open.pieces(), completeLines);
        if (count > 0) {
            Piece next = open.pieces().get(count);
            Fragment head = open.head(count, offsetOfLine(open.source(), next.firstLine()));
            keep(head, new Cut(head.end(), next.gap(), next.number(), ""));
        }
        List<Piece> rest = open.pieces().subList(count, open.pieces().size());
        boolean openCode = rest.size() == 1 && rest.get(0).kind() == Piece.Kind.OPEN_CODE;
        if (!openCode || !finishCode()) {
            rest.forEach(styled::append);
        }
    }

    private void keep(Fragment fragment, Cut next) {
        fragment.pieces().forEach(styled::append);
        finished.add(fragment);
        fragment.definitions().forEach(definition -> finishedDefinitions.putIfAbsent(definition.key(), definition));
        finishedEnd = styled.mark();
        cut = next;
    }

    /** Code that is still open is finished up to its last lines, however long it becomes; false where it is short. */
    private boolean finishCode() {
        String code = cut.opener() + source.substring(cut.offset());
        int end = CodeCut.find(code);
        if (end == 0) {
            return false;
        }
        String opener = code.substring(0, code.indexOf('\n') + 1);
        Fragment head = Fragment.of(cut, code.substring(0, end), List.of());
        keep(head, new Cut(head.end(), 1, Piece.NOT_IN_LIST, opener));
        Fragment.of(cut, opener + code.substring(end), List.of()).pieces().forEach(styled::append);
        return true;
    }

    private static int offsetOfLine(String text, int line) {
        int offset = 0;
        for (int i = 0; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    /** Lays finished text out again where it refers to what is defined otherwise now; false where there is none. */
    private boolean redefine(Map<String, Definition> all) {
        Set<String> changed = Stream.concat(all.keySet().stream(), applied.keySet().stream())
                .filter(key -> !Objects.equals(all.get(key), applied.get(key)))
                .collect(Collectors.toSet());
        boolean any = false;
        for (int i = 0; i < finished.size(); i++) {
            Fragment fragment = finished.get(i);
            if (fragment.mentions(changed)) {
                finished.set(i, Fragment.of(fragment.start(), fragment.source(), outside(fragment, all)));
                any = true;
            }
        }
        if (any) {
            styled.truncate(StyledDocument.Mark.START);
            finished.forEach(fragment -> fragment.pieces().forEach(styled::append));
            finishedEnd = styled.mark();
        }
        return any;
    }

    /** What the fragment does not define itself, and what others have defined before it. */
    private static Collection<Definition> outside(Fragment fragment, Map<String, Definition> all) {
        Map<String, Definition> outside = new LinkedHashMap<>(all);
        fragment.definitions().forEach(own -> outside.remove(own.key(), own));
        return outside.values();
    }
}
