package io.github.claudebridge.telegram.render.internal.layout;

import io.github.claudebridge.telegram.render.EntityType;
import io.github.claudebridge.telegram.render.internal.math.Latex;
import io.github.claudebridge.telegram.render.internal.parse.FootnoteDefinition;
import io.github.claudebridge.telegram.render.internal.parse.MathBlock;
import io.github.claudebridge.telegram.render.internal.text.CodeText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Writes blocks one below the other. Not thread-safe. */
final class BlockLayout extends AbstractVisitor {

    private static final String RULE = "———";
    private static final String STEP = "  ";

    private final StyledTextBuilder out;
    private final InlineLayout inline;
    private final List<Definition> definitions = new ArrayList<>();

    BlockLayout(StyledTextBuilder out) {
        this.out = out;
        this.inline = new InlineLayout(out);
    }

    /** What has been defined in the blocks so far. */
    List<Definition> definitions() {
        return definitions;
    }

    @Override
    public void visit(Paragraph paragraph) {
        inline.content(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        out.open(EntityType.BOLD, null);
        inline.content(heading);
        out.close(EntityType.BOLD);
    }

    @Override
    public void visit(ThematicBreak rule) {
        out.text(RULE);
    }

    @Override
    public void visit(BlockQuote quote) {
        out.startBlock();
        String indent = out.indent();
        out.indent("");
        out.open(EntityType.BLOCKQUOTE, null);
        blocks(quote, false);
        out.close(EntityType.BLOCKQUOTE);
        out.indent(indent);
    }

    @Override
    public void visit(BulletList list) {
        items(list, null, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        items(list, list.getMarkerDelimiter(), start == null ? 1 : start);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        out.pre(CodeText.lines(code.getLiteral()), CodeText.language(code.getInfo()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        out.pre(CodeText.lines(code.getLiteral()), null);
    }

    @Override
    public void visit(HtmlBlock html) {
        HtmlLines.write(html.getLiteral(), out);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        definitions.add(Definition.of(definition.getLabel(), definition.getDestination()));
        if (!LinkTarget.isPlausible(definition.getDestination())) {
            out.text("[" + definition.getLabel() + "]: " + definition.getDestination());
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            TableLayout.write(table, out, inline);
        } else if (block instanceof MathBlock math) {
            formula(math);
        } else if (block instanceof FootnoteDefinition footnote) {
            definitions.add(Definition.of("^" + footnote.label(), ""));
            out.text("[" + footnote.label() + "]");
            out.space();
            blocks(footnote, false);
        } else {
            blocks(block, false);
        }
    }

    /** Writes one item, with its marker, as the only item or one of many. */
    void item(ListItem item, @Nullable String delimiter, int number) {
        boolean task = TaskMarker.isTask(item);
        if (delimiter != null) {
            out.text(number + delimiter);
        }
        if (task) {
            out.space();
            out.text(TaskMarker.take(item));
        } else if (delimiter == null) {
            out.text("•");
        }
        out.space();
        String indent = out.indent();
        out.indent(indent + STEP);
        blocks(item, true);
        out.indent(indent);
    }

    private void items(Node list, @Nullable String delimiter, int start) {
        out.startBlock();
        int number = start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item.getPrevious() != null) {
                out.gap(SourceLines.linesBetween(item.getPrevious(), item));
            }
            item((ListItem) item, delimiter, number++);
        }
    }

    /** Blocks are a blank line apart; within a list they are as far apart as in the source. */
    private void blocks(Node parent, boolean asInSource) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block.getPrevious() != null) {
                out.gap(asInSource ? SourceLines.linesBetween(block.getPrevious(), block) : 2);
            }
            block.accept(this);
        }
    }

    private void formula(MathBlock math) {
        String readable = Latex.toText(math.source());
        if (readable == null) {
            out.pre(CodeText.lines(math.source()), "latex");
        } else {
            HtmlLines.write(readable, out);
        }
    }
}
