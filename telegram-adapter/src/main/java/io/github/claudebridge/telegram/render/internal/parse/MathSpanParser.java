package io.github.claudebridge.telegram.render.internal.parse;

import java.util.EnumSet;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds {@code $x$}, {@code $$x$$}, {@code \(x\)} and {@code \[x\]}; a dollar sign before an amount of money is none of them. */
final class MathSpanParser implements InlineContentParser {

    /** The delimiters that do not occur any more in this block, so that no text is searched over and over. */
    private final Set<MathDelimiter> exhausted = EnumSet.noneOf(MathDelimiter.class);

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        for (MathDelimiter delimiter : MathDelimiter.values()) {
            if (scanner.next(delimiter.opener())) {
                return exhausted.contains(delimiter) ? ParsedInline.none() : upTo(delimiter, scanner, before);
            }
        }
        return ParsedInline.none();
    }

    private ParsedInline upTo(MathDelimiter delimiter, Scanner scanner, int before) {
        Position start = scanner.position();
        while (scanner.hasNext()) {
            Position end = scanner.position();
            if (scanner.next(delimiter.closer())) {
                String source = scanner.getSource(start, end).getContent();
                boolean formula = !source.isBlank() && delimiter.holds(source, before, scanner.peek());
                return formula ? ParsedInline.of(new MathSpan(source), scanner.position()) : ParsedInline.none();
            }
            if (scanner.next(delimiter.opener()) || (delimiter == MathDelimiter.DOLLAR && scanner.peek() == '\n')) {
                return ParsedInline.none();
            }
            if (scanner.peek() == '\\') {
                scanner.next();
            }
            scanner.next();
        }
        exhausted.add(delimiter);
        return ParsedInline.none();
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new MathSpanParser();
        }
    }
}
