package io.github.claudebridge.telegram.render.internal.layout;

import org.commonmark.node.Node;

/** Writes a whole document. Stateless; safe for use by many threads. */
public final class DocumentLayout {

    private DocumentLayout() {}

    public static StyledText of(Node document) {
        StyledTextBuilder out = new StyledTextBuilder();
        BlockLayout blocks = new BlockLayout(out);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            out.gap(2);
            block.accept(blocks);
        }
        return out.build();
    }
}
