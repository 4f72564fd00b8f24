package io.github.claudebridge.telegram.render.internal.parse;

import io.github.claudebridge.telegram.render.internal.text.TextCleanup;

/**
 * Lets emphasis begin and end next to Chinese, Japanese and Korean punctuation.
 *
 * <p>CommonMark expects a space around emphasised text that ends in punctuation, which these scripts do not write: {@code **title:**text} would keep
 * its stars. An invisible space put on the outer side gives the parser what it expects. Every line is judged for itself.
 */
final class CjkEmphasis {

    private static final char FIRST_CJK = '\u1100';

    private final String source;
    private final StringBuilder marked;
    private int copied;

    private CjkEmphasis(String source) {
        this.source = source;
        this.marked = new StringBuilder(source.length() + 16);
    }

    static String mark(String source) {
        boolean concerned = source.indexOf('*') >= 0 && source.chars().anyMatch(c -> c >= FIRST_CJK && isCjk((char) c));
        return concerned ? new CjkEmphasis(source).mark() : source;
    }

    private String mark() {
        int start = 0;
        while (start < source.length()) {
            int newline = source.indexOf('\n', start);
            int end = newline < 0 ? source.length() : newline;
            markLine(start, end);
            start = end + 1;
        }
        return marked.append(source, copied, source.length()).toString();
    }

    /** {@code pending} has the bits of the run lengths that are open on this line. */
    private void markLine(int start, int end) {
        int pending = 0;
        for (int i = start; i < end; ) {
            char c = source.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c == '*') {
                int runEnd = runEnd(i, end);
                pending ^= markRun(i, runEnd, pending, start, end);
                i = runEnd;
            } else {
                i++;
            }
        }
    }

    private int runEnd(int from, int end) {
        int i = from;
        while (i < end && source.charAt(i) == '*') {
            i++;
        }
        return i;
    }

    /** Marks one run of stars and tells which bit it flips. */
    private int markRun(int from, int to, int pending, int start, int end) {
        int length = to - from;
        if (length > 3) {
            return 0;
        }
        int bit = 1 << length;
        char before = from > start ? source.charAt(from - 1) : ' ';
        char after = to < end ? source.charAt(to) : ' ';
        if (Character.isWhitespace(before) && Character.isWhitespace(after)) {
            return 0;
        }
        boolean closes = (pending & bit) != 0;
        if (closes && isPunctuation(before) && isCjk(after)) {
            insertAt(to);
        } else if (!closes && isCjk(before) && isPunctuation(after)) {
            insertAt(from);
        }
        return bit;
    }

    private void insertAt(int position) {
        marked.append(source, copied, position).append(TextCleanup.INVISIBLE_SPACE);
        copied = position;
    }

    private static boolean isCjk(char c) {
        return c >= FIRST_CJK && (Character.isIdeographic(c) || Character.isSurrogate(c) || isKanaOrHangul(c));
    }

    private static boolean isKanaOrHangul(char c) {
        return c <= '\u11FF'
                || (c >= '\u3040' && c <= '\u31FF')
                || (c >= '\uA960' && c <= '\uA97F')
                || (c >= '\uAC00' && c <= '\uD7FF');
    }

    private static boolean isPunctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
