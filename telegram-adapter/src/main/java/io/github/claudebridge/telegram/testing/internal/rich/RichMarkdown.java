package io.github.claudebridge.telegram.testing.internal.rich;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads a rich message in Markdown. One instance reads one. */
final class RichMarkdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();

    private int blocks;
    private int deepest;
    private int columns;
    private int media;

    private RichMarkdown() {}

    static RichContent read(String markdown) {
        Node document = PARSER.parse(markdown);
        RichMarkdown counter = new RichMarkdown();
        counter.count(document, 0);
        ArrayNode shown = Json.array();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            shown.addObject()
                    .put("type", type(node))
                    .put("text", TEXT.render(node).strip());
        }
        return new RichContent(
                shown, TEXT.render(document), counter.blocks, counter.deepest, counter.columns, counter.media);
    }

    private void count(Node node, int depth) {
        boolean nests = node instanceof Block && !(node instanceof Document);
        boolean counts = nests && !(node instanceof ListBlock) && !inItem(node);
        blocks += counts || node instanceof TableRow ? 1 : 0;
        media += node instanceof Image ? 1 : 0;
        int inner = nests ? depth + 1 : depth;
        deepest = Math.max(deepest, inner);
        int cells = 0;
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            cells += child instanceof TableCell ? 1 : 0;
            count(child, inner);
        }
        columns = Math.max(columns, cells);
    }

    /** The paragraph of a list item counts as the item. */
    private static boolean inItem(Node node) {
        return node instanceof Paragraph && node.getParent() instanceof ListItem;
    }

    private static String type(Node node) {
        if (node instanceof Heading) {
            return "heading";
        }
        if (node instanceof FencedCodeBlock) {
            return "pre";
        }
        return node instanceof TableBlock ? "table" : node instanceof ListBlock ? "list" : "paragraph";
    }
}
