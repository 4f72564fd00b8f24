package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.node.CustomBlock;

/** A formula on lines of its own. */
public final class MathBlock extends CustomBlock {

    private final StringBuilder source = new StringBuilder();

    void addLine(CharSequence line) {
        if (source.length() > 0) {
            source.append('\n');
        }
        source.append(line);
    }

    /** The LaTeX between the delimiters, with its lines. */
    public String source() {
        return source.toString();
    }
}
