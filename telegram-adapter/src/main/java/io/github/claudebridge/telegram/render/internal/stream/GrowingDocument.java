package io.github.claudebridge.telegram.render.internal.stream;

import io.github.claudebridge.telegram.render.internal.layout.Definition;
import io.github.claudebridge.telegram.render.internal.layout.Piece;
import io.github.claudebridge.telegram.render.internal.layout.StyledDocument;
import io.github.claudebridge.telegram.render.internal.text.TextCleanup;
import io.github.claudebridge.telegram.render.internal.text.Whitespace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document to which text is added at its end. After an {@link #update} it is what the whole text would be, but only the blocks that can still change
 * are parsed again; a {@link #preview} is cheaper. Not thread-safe.
 */
public final class GrowingDocument {

    /** How much faster it is to search a text than to lay it out, roughly. */
    private static final int SHARE_OF_A_SEARCH = 4;

    private final GrowingSource source = new GrowingSource();
    private final StyledDocument styled = new StyledDocument();
    private final List<Fragment> finished = new ArrayList<>();
    private final Map<String, Definition> finishedDefinitions = new LinkedHashMap<>();
    private final WorkBudget budget = new WorkBudget();
    private Map<String, Definition> applied = Map.of();
    private StyledDocument.Mark finishedEnd = StyledDocument.Mark.START;
    private Cut cut = Cut.START;
    private int unchanged;
    private int shown;
    private int previewed;
    private boolean exact = true;

    /** Adds to the end of the text. */
    public void append(CharSequence more) {
        source.append(more);
        exact = false;
    }

    /** What is shown of it as of the last {@link #update} or {@link #preview}. */
    public StyledDocument styled() {
        return styled;
    }

    /**
     * Brings what is shown up to date.
     *
     * @return how many UTF-16 units at its beginning are certainly as they were after the last call
     */
    public int update() {
        if (!exact) {
            layOut();
        }
        int result = unchanged;
        unchanged = finishedEnd.length();
        return result;
    }

    /**
     * Brings what is shown about up to date: in a long block the newest text may be shown as it is written, until one asks again without adding more. However many previews are asked for, they
     * cost in sum little more than the whole text costs once.
     */
    public void preview() {
        if (exact) {
            return;
        }
        int total = source.text().length();
        boolean lull = total == previewed;
        previewed = total;
        if (lull || budget.allows(total - cut.offset(), total)) {
            layOut();
        } else if (source.settled() > shown) {
            styled.appendLiteral(TextCleanup.shown(
                    source.text().subSequence(shown, source.settled()).toString()));
            shown = source.settled();
        }
    }

    private void layOut() {
        Fragment open = fragment(cut, cut.opener() + source.from(cut.offset()), finishedDefinitions.values());
        Map<String, Definition> all = new LinkedHashMap<>(finishedDefinitions);
        open.definitions().forEach(definition -> all.putIfAbsent(definition.key(), definition));
        if (!all.equals(applied)) {
            unchanged = redefine(all) ? 0 : unchanged;
            applied = all;
        }
        styled.truncate(finishedEnd);
        finish(open);
        shown = Whitespace.skipBack(source.text(), cut.offset(), source.text().length());
        exact = true;
    }

    private Fragment fragment(Cut start, String text, Collection<Definition> outside) {
        Fragment fragment = Fragment.of(start, text, outside);
        budget.spend(fragment.parsed());
        return fragment;
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
        String code = cut.opener() + source.from(cut.offset());
        int end = CodeCut.find(code);
        if (end == 0) {
            return false;
        }
        String opener = code.substring(0, code.indexOf('\n') + 1);
        Fragment head = fragment(cut, code.substring(0, end), List.of());
        keep(head, new Cut(head.end(), 1, Piece.NOT_IN_LIST, opener));
        fragment(cut, opener + code.substring(end), List.of()).pieces().forEach(styled::append);
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
        Set<String> changed = changed(all);
        budget.spend(source.text().length() / SHARE_OF_A_SEARCH);
        boolean any = false;
        for (int i = 0; i < finished.size(); i++) {
            Fragment fragment = finished.get(i);
            if (fragment.mentions().containAny(changed)) {
                finished.set(i, fragment(fragment.start(), fragment.source(), outside(fragment, all)));
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

    private Set<String> changed(Map<String, Definition> all) {
        Set<Definition> changed = new HashSet<>(all.values());
        for (Definition definition : applied.values()) {
            if (!changed.remove(definition)) {
                changed.add(definition);
            }
        }
        return changed.stream().map(Definition::searched).collect(Collectors.toSet());
    }

    /** What the fragment does not define itself, and what others have defined before it. */
    private static Collection<Definition> outside(Fragment fragment, Map<String, Definition> all) {
        Map<String, Definition> outside = new LinkedHashMap<>(all);
        fragment.definitions().forEach(own -> outside.remove(own.key(), own));
        return outside.values();
    }
}
