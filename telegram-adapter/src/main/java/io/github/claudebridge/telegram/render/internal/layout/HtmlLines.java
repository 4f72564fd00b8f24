package io.github.claudebridge.telegram.render.internal.layout;

import java.util.regex.Pattern;

/** Text that is shown as it is, line by line, except that a break tag breaks the line. */
final class HtmlLines {

    private static final Pattern BREAKS = Pattern.compile("(?i:<br\\s*/?>)\\n?|\\n");

    private HtmlLines() {}

    static void write(String literal, StyledTextBuilder out) {
        String[] lines = BREAKS.split(literal.stripTrailing(), -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                out.newline();
            }
            out.text(i == 0 ? lines[i].stripLeading() : lines[i]);
        }
    }
}
