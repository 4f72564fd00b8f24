package io.github.claudebridge.telegram.render.internal.parse;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code [^name]: text} and the lines indented below it. (The footnotes extension that is published does not run with this version of the parser's
 * core.)
 */
final class FootnoteBlockParser extends AbstractBlockParser {

    private static final int CODE_INDENT = 4;

    private final FootnoteDefinition block;

    private FootnoteBlockParser(String label) {
        block = new FootnoteDefinition(label);
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= CODE_INDENT
                ? BlockContinue.atColumn(state.getColumn() + CODE_INDENT)
                : BlockContinue.none();
    }

    @Override
    public List<DefinitionMap<?>> getDefinitions() {
        DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);
        definitions.putIfAbsent(block.label(), block);
        return List.of(definitions);
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= CODE_INDENT) {
                return BlockStart.none();
            }
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            int end = labelEnd(line, start);
            if (end < 0) {
                return BlockStart.none();
            }
            String label = line.subSequence(start + 2, end).toString();
            return BlockStart.of(new FootnoteBlockParser(label)).atIndex(end + 2);
        }

        /** Where the label's closing bracket is, or -1 where no definition begins. */
        private static int labelEnd(CharSequence line, int start) {
            if (start + 4 >= line.length() + 1 || line.charAt(start) != '[' || line.charAt(start + 1) != '^') {
                return -1;
            }
            int end = start + 2;
            while (end < line.length() && line.charAt(end) != ']' && !Character.isWhitespace(line.charAt(end))) {
                end++;
            }
            boolean definition = end > start + 2
                    && end + 1 < line.length()
                    && line.charAt(end) == ']'
                    && line.charAt(end + 1) == ':';
            return definition ? end : -1;
        }
    }
}
