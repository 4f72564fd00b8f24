package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.node.CustomNode;

/** A formula within a line. */
public final class MathSpan extends CustomNode {

    private final String source;

    MathSpan(String source) {
        this.source = source;
    }

    /** The LaTeX between the delimiters. */
    public String source() {
        return source;
    }
}
