package io.github.claudebridge.telegram.render;

import java.util.List;

/** Things written around a word whose rendering is known to the character: references, escapes, brackets, punctuation, formulas and what only looks like one. */
final class ExactPieces {

    static final List<ExactPieces.Piece> ALL = List.of(
            same("[%s]"),
            same("(%s)"),
            same("{%s}"),
            same("<%s>"),
            same("[^%s]"),
            same("![%s]"),
            same("$%s"),
            same("$$%s"),
            same("\"%s\""),
            same("«%s»"),
            same("¿%s?"),
            same("—%s—"),
            same("@%s;"),
            same("~%s!"),
            same("%s:"),
            same("%s|"),
            same("%s^2"),
            same("x_%s_y"),
            same("x/%s\\n"),
            same("%s&nosuch;"),
            new Piece("\\[%s\\]", "[%s]"),
            new Piece("\\(%s\\)", "(%s)"),
            new Piece("\\[%s-word\\]", "[%s-word]"),
            new Piece("\\*%s\\*", "*%s*"),
            new Piece("\\`%s\\`", "`%s`"),
            new Piece("\\_%s\\_", "_%s_"),
            new Piece("\\$%s\\$", "$%s$"),
            new Piece("&#x5B;%s&#93;", "[%s]"),
            new Piece("&lt;%s&gt;", "<%s>"),
            new Piece("%s&hellip;", "%s…"),
            new Piece("&#x41;%s", "A%s"),
            new Piece("A&#x30A;%s", "\u00C5%s"),
            new Piece("&#x2028;%s&#8238;", "%s"),
            new Piece("&#xD83D;%s&#xDE00;", "\uFFFD%s\uFFFD"),
            new Piece("&#0;%s", "\uFFFD%s"),
            new Piece("$%s^2$", "%s²"),
            new Piece("$$%s+1$$", "%s+1"),
            new Piece("\\(%s=1\\)", "%s=1"));

    private ExactPieces() {}

    private static Piece same(String text) {
        return new Piece(text, text);
    }

    /**
     * One of them; {@code %s} is the word.
     *
     * @param markdown as it is written, without spaces
     * @param shown as a reader sees it, in any block and any style but code
     */
    record Piece(String markdown, String shown) {}
}
