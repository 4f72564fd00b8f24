package io.github.claudebridge.telegram.render.internal.text;

import org.jspecify.annotations.Nullable;

/** What of a code block is shown. Stateless; safe for use by many threads. */
public final class CodeText {

    private static final int TAB = 4;
    private static final int MAX_LANGUAGE = 64;

    private CodeText() {}

    /** The lines without blank ones at both ends, tabs written as spaces, since Telegram would make each a single space. */
    public static String lines(String literal) {
        String shown = TextCleanup.shown(expandTabs(literal));
        int end = Whitespace.skipBack(shown, 0, shown.length());
        int first = Whitespace.skip(shown, 0, end);
        int start = first == end ? end : shown.lastIndexOf('\n', first) + 1;
        return shown.substring(start, end);
    }

    private static String expandTabs(String literal) {
        if (literal.indexOf('\t') < 0) {
            return literal;
        }
        StringBuilder out = new StringBuilder(literal.length() + 16);
        int lineStart = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '\t') {
                out.append(" ".repeat(TAB - (out.length() - lineStart) % TAB));
            } else {
                out.append(c);
                lineStart = c == '\n' ? out.length() : lineStart;
            }
        }
        return out.toString();
    }

    /** The first word of what stands behind the fence, or null. */
    public static @Nullable String language(@Nullable String info) {
        if (info == null) {
            return null;
        }
        String shown = TextCleanup.shown(info).strip();
        int end = 0;
        while (end < shown.length() && !Whitespace.is(shown.charAt(end))) {
            end++;
        }
        return end == 0 || end > MAX_LANGUAGE ? null : shown.substring(0, end);
    }
}
