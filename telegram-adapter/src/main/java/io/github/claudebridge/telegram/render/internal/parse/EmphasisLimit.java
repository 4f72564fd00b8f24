package io.github.claudebridge.telegram.render.internal.parse;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Leaves stars, underscores and tildes as they are once a block has had very many of them. The parser's time grows with the square of their number where
 * they are nested, and nobody emphasises thousands of words in one paragraph.
 */
final class EmphasisLimit implements InlineContentParser {

    private static final int MOST_RUNS = 4_000;

    private int runs;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        if (++runs <= MOST_RUNS) {
            return ParsedInline.none();
        }
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        scanner.matchMultiple(scanner.peek());
        return ParsedInline.of(
                new Text(scanner.getSource(start, scanner.position()).getContent()), scanner.position());
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('*', '_', '~');
        }

        @Override
        public InlineContentParser create() {
            return new EmphasisLimit();
        }
    }
}
