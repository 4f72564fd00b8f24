package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.node.CustomBlock;

/** The text of a footnote, where it stands in the document. */
public final class FootnoteDefinition extends CustomBlock {

    private final String label;

    FootnoteDefinition(String label) {
        this.label = label;
    }

    /** Its name, without brackets and caret. */
    public String label() {
        return label;
    }
}
