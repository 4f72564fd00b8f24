package io.github.claudebridge.telegram.render.internal.parse;

import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Reads {@code [^name]} as a footnote's mention where that footnote exists. */
final class FootnoteReferences implements LinkProcessor {

    @Override
    public @Nullable LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        String text = link.text(scanner);
        if (text == null || text.length() < 2 || text.charAt(0) != '^') {
            return LinkResult.none();
        }
        String label = text.substring(1);
        if (context.getDefinition(FootnoteDefinition.class, label) == null) {
            return LinkResult.none();
        }
        return LinkResult.replaceWith(new FootnoteReference(label), link.afterTextBracket());
    }
}
