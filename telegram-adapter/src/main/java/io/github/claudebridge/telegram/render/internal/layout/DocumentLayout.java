package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.internal.layout.Piece.Kind;
import io.github.claudebridge.telegram.render.internal.parse.MathBlock;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Lays a document out, piece by piece. Not thread-safe. */
public final class DocumentLayout {

    private static final int BLANK_LINE = 2;

    private final List<Piece> pieces = new ArrayList<>();
    private final int firstLine;
    private int gap;
    private int number;

    private DocumentLayout(int firstLine, int gap, int number) {
        this.firstLine = firstLine;
        this.gap = gap;
        this.number = number;
    }

    /** All of a document. */
    public static StyledDocument of(Node document) {
        StyledDocument whole = new StyledDocument();
        pieces(document, 0, 0, Piece.NOT_IN_LIST).forEach(whole::append);
        return whole;
    }

    /**
     * The pieces of a document, or of a part of one that begins where a piece does.
     *
     * @param firstLine the index of the line where they begin; what stands above is left out
     * @param gap the gap of the first piece
     * @param number the number of the first piece if it is an item of a list that has begun earlier, otherwise {@link Piece#NOT_IN_LIST}
     */
    public static List<Piece> pieces(Node document, int firstLine, int gap, int number) {
        DocumentLayout layout = new DocumentLayout(firstLine, gap, number);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (SourceLines.first(block) >= firstLine) {
                layout.add(block);
            }
        }
        return layout.pieces;
    }

    private void add(Node block) {
        if (block instanceof ListBlock list) {
            addItems(list);
        } else {
            add(block, null);
        }
        gap = BLANK_LINE;
        number = Piece.NOT_IN_LIST;
    }

    private void addItems(ListBlock list) {
        OrderedList ordered = list instanceof OrderedList numbers ? numbers : null;
        if (number == Piece.NOT_IN_LIST) {
            number = ordered == null || ordered.getMarkerStartNumber() == null ? 1 : ordered.getMarkerStartNumber();
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item.getPrevious() != null) {
                gap = SourceLines.linesBetween(item.getPrevious(), item);
            }
            add(item, ordered == null ? null : ordered.getMarkerDelimiter());
            number++;
        }
    }

    private void add(Node block, @Nullable String delimiter) {
        StyledTextBuilder out = new StyledTextBuilder();
        BlockLayout layout = new BlockLayout(out);
        if (block instanceof ListItem item) {
            layout.item(item, delimiter, number);
        } else {
            block.accept(layout);
        }
        int first = SourceLines.first(block) - firstLine;
        int last = SourceLines.last(block) - firstLine;
        pieces.add(new Piece(out.build(), gap, false, kind(block), number, first, last, layout.definitions()));
    }

    private static Kind kind(Node block) {
        if (block instanceof TableBlock) {
            return Kind.TABLE;
        }
        if (block instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
            return Kind.OPEN_CODE;
        }
        if (block instanceof LinkReferenceDefinition) {
            return Kind.DEFINITION;
        }
        boolean ends = block instanceof Paragraph
                || block instanceof Heading
                || block instanceof ThematicBreak
                || block instanceof FencedCodeBlock
                || block instanceof BlockQuote
                || block instanceof MathBlock;
        return ends ? Kind.ENDS_AT_BLANK_LINE : Kind.OTHER;
    }
}
