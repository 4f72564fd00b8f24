package io.github.claudebridge.telegram.render.internal.parse;

import java.util.HashSet;
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
    private final Set<String> exhausted = new HashSet<>();

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        if (scanner.next("$$")) {
            return upTo("$$", scanner, false);
        }
        if (scanner.next("\\(")) {
            return upTo("\\)", scanner, false);
        }
        if (scanner.next("\\[")) {
            return upTo("\\]", scanner, false);
        }
        if (!Character.isLetterOrDigit(before) && before != '$' && scanner.next('$')) {
            return upTo("$", scanner, true);
        }
        return ParsedInline.none();
    }

    private ParsedInline upTo(String closer, Scanner scanner, boolean doubtful) {
        if (exhausted.contains(closer)) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.hasNext()) {
            Position end = scanner.position();
            if (scanner.next(closer)) {
                String source = scanner.getSource(start, end).getContent();
                boolean formula = !source.isBlank() && (!doubtful || looksLikeMath(source, scanner.peek()));
                return formula ? ParsedInline.of(new MathSpan(source), scanner.position()) : ParsedInline.none();
            }
            if (doubtful && scanner.peek() == '\n') {
                return ParsedInline.none();
            }
            if (scanner.peek() == '\\') {
                scanner.next();
            }
            scanner.next();
        }
        exhausted.add(closer);
        return ParsedInline.none();
    }

    private static boolean looksLikeMath(String source, char after) {
        boolean tight = !Character.isWhitespace(source.charAt(0))
                && !Character.isWhitespace(source.charAt(source.length() - 1));
        boolean apart = !Character.isLetterOrDigit(after) && after != '$';
        return tight && apart && (source.length() == 1 || source.chars().anyMatch(c -> "\\^_=+-*<>".indexOf(c) >= 0));
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
