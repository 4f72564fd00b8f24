package io.github.claudebridge.telegram.render.internal.parse;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Keeps a bare URL whole, as text: Telegram makes it a link by itself, and its underscores and stars are no markup. (The autolink extension looks for
 * URLs only when emphasis has been found already.)
 */
final class BareUrl implements InlineContentParser {

    private static final String TRAILING = "?!.,:;*_~'\"";

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (Character.isLetterOrDigit(scanner.peekPreviousCodePoint())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        if (!scanner.next("https://") && !scanner.next("http://") && !scanner.next("www.")) {
            return ParsedInline.none();
        }
        Position afterScheme = scanner.position();
        scanner.match(BareUrl::belongsToUrl);
        SourceLines rest = scanner.getSource(afterScheme, scanner.position());
        int length = lengthWithoutTrailing(rest.getContent());
        if (length == 0) {
            return ParsedInline.none();
        }
        scanner.setPosition(afterScheme);
        for (int i = 0; i < length; i++) {
            scanner.next();
        }
        String url = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(new Text(url), scanner.position());
    }

    private static boolean belongsToUrl(char c) {
        return c != Scanner.END && c > ' ' && "<>`[]|\"\\".indexOf(c) < 0 && !Character.isSpaceChar(c);
    }

    private static int lengthWithoutTrailing(String url) {
        int length = url.length();
        int closing = surplusClosing(url);
        while (length > 0) {
            char last = url.charAt(length - 1);
            if (last == ')' && closing > 0) {
                closing--;
            } else if (TRAILING.indexOf(last) < 0) {
                break;
            }
            length--;
        }
        return length;
    }

    private static int surplusClosing(String url) {
        int surplus = 0;
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            surplus += c == ')' ? 1 : c == '(' ? -1 : 0;
        }
        return surplus;
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('h', 'w');
        }

        @Override
        public InlineContentParser create() {
            return new BareUrl();
        }
    }
}
