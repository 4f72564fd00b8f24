package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.node.CustomNode;

/** The mention of a footnote that is defined somewhere in the document. */
public final class FootnoteReference extends CustomNode {

    private final String label;

    FootnoteReference(String label) {
        this.label = label;
    }

    /** Its name as written here, without brackets and caret. */
    public String label() {
        return label;
    }
}
