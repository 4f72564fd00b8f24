package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** A formula whose delimiters stand alone on their lines, or that has a line for itself; an open one ends with its paragraph. */
final class MathBlockParser extends AbstractBlockParser {

    private static final int CODE_INDENT = 4;

    private final MathBlock block = new MathBlock();
    private final String closer;
    private boolean opening = true;
    private boolean closed;

    private MathBlockParser(String closer, String formula) {
        this.closer = closer;
        if (!formula.isEmpty()) {
            block.addLine(formula);
            closed = true;
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        if (opening) {
            opening = false;
            return;
        }
        String content = line.getContent().toString().strip();
        closed = content.endsWith(closer);
        String formula = closed
                ? content.substring(0, content.length() - closer.length()).strip()
                : content;
        if (!formula.isEmpty()) {
            block.addLine(formula);
        }
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= CODE_INDENT || state.isBlank()) {
                return BlockStart.none();
            }
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            char first = line.charAt(start);
            if (first != '$' && first != '\\') {
                return BlockStart.none();
            }
            String content = line.subSequence(start, line.length()).toString().strip();
            if (content.startsWith(MathDelimiter.DOLLARS.opener())) {
                return start(content, MathDelimiter.DOLLARS, line.length());
            }
            return content.startsWith(MathDelimiter.BRACKETS.opener())
                    ? start(content, MathDelimiter.BRACKETS, line.length())
                    : BlockStart.none();
        }

        private static @Nullable BlockStart start(String content, MathDelimiter delimiter, int end) {
            String closer = delimiter.closer();
            String rest = content.substring(delimiter.opener().length());
            if (rest.isEmpty()) {
                return BlockStart.of(new MathBlockParser(closer, "")).atIndex(end);
            }
            int length = rest.length() - closer.length();
            boolean whole = length > 0 && rest.indexOf(closer) == length;
            String formula = whole ? rest.substring(0, length).strip() : "";
            return formula.isEmpty() || !delimiter.holds(formula, ' ', ' ')
                    ? BlockStart.none()
                    : BlockStart.of(new MathBlockParser(closer, formula)).atIndex(end);
        }
    }
}
