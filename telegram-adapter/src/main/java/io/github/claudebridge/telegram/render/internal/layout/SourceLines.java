package io.github.claudebridge.telegram.render.internal.layout;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Where blocks stand in their source. */
final class SourceLines {

    private SourceLines() {}

    /** The index of the line on which the block begins, or -1 where that is unknown. */
    static int first(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.get(0).getLineIndex();
    }

    /** The index of the last line that belongs to the block, or -1 where that is unknown. */
    static int last(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.get(spans.size() - 1).getLineIndex();
    }

    /** 2 when a blank line stands between two blocks, otherwise 1. */
    static int linesBetween(Node upper, Node lower) {
        return first(lower) - last(upper) > 1 ? 2 : 1;
    }
}
