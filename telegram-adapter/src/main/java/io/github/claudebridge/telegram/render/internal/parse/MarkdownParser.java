package io.github.claudebridge.telegram.render.internal.parse;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** CommonMark with tables, strikethrough, footnotes and math, as chat models write it. Safe for use by many threads. */
public final class MarkdownParser {

    /** Deeper blocks and styles stay literal text, so that no input can exhaust the stack. */
    private static final int MAX_DEPTH = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .customInlineContentParserFactory(new BareUrl.Factory())
            .customInlineContentParserFactory(new MathSpanParser.Factory())
            .customInlineContentParserFactory(new EmphasisLimit.Factory())
            .customBlockParserFactory(new MathBlockParser.Factory())
            .customBlockParserFactory(new FootnoteBlockParser.Factory())
            .linkProcessor(new FootnoteReferences())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_DEPTH)
            .maxInlineNesting(MAX_DEPTH)
            .build();

    private MarkdownParser() {}

    /**
     * The tree of a text. Line numbers in it are those of the text.
     *
     * @param source the Markdown, already cleaned up
     */
    public static Node parse(String source) {
        return PARSER.parse(CjkEmphasis.mark(source));
    }
}
