package io.github.claudebridge.telegram.render.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text may be cut without tearing what a reader sees as one character. Stateless; safe for use by many threads. */
public final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** More than any character has that somebody wants to see. */
    private static final int LONGEST = 100;

    private Graphemes() {}

    /**
     * The last position at or before {@code limit} that tears no character.
     *
     * @param from where the text begins, itself such a position
     * @return more than {@code from}: a character too long for the limit is cut, but never inside a surrogate pair
     */
    public static int cutAtOrBefore(CharSequence text, int from, int limit) {
        if (limit >= text.length()) {
            return text.length();
        }
        if (isPlain(text.charAt(limit)) && isPlain(text.charAt(limit - 1))) {
            return limit;
        }
        int cut = lastBoundary(text, from, limit);
        if (cut > from) {
            return cut;
        }
        return Character.isLowSurrogate(text.charAt(limit)) && limit - 1 > from ? limit - 1 : limit;
    }

    /**
     * The first position at or behind {@code from} that tears no character.
     *
     * @param end where the text ends; a position before it is found, which tears a character only where that one goes on up to the end
     */
    public static int cutAtOrAfter(CharSequence text, int from, int end) {
        int start = from;
        while (start > 0
                && from - start < LONGEST
                && !(isPlain(text.charAt(start)) && isPlain(text.charAt(start - 1)))) {
            start--;
        }
        Matcher clusters = CLUSTER.matcher(text).region(start, end);
        int cut = start;
        while (cut < from && clusters.find()) {
            cut = clusters.end();
        }
        if (cut < end) {
            return cut;
        }
        return Character.isLowSurrogate(text.charAt(from)) && from + 1 < end ? from + 1 : from;
    }

    private static int lastBoundary(CharSequence text, int from, int limit) {
        Matcher clusters = CLUSTER.matcher(text).region(from, text.length());
        int cut = from;
        while (clusters.find() && clusters.end() <= limit) {
            cut = clusters.end();
        }
        return cut;
    }

    private static boolean isPlain(char c) {
        return c < '\u0300' && c != '\u200D' && c != '\u00A9' && c != '\u00AE';
    }
}
