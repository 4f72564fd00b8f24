package io.github.claudebridge.telegram.render.internal.text;

import java.text.Normalizer;

/**
 * The characters that Telegram's server drops or replaces, handled here first: what reaches it unchanged keeps its offsets.
 *
 * <p>Stateless; safe for use by many threads.
 */
public final class TextCleanup {

    /**
     * A space that stands in Markdown only to steer the parser and is never shown. It is the Ogham space, which CommonMark counts as white space; one
     * that a text really contains becomes an ordinary space before.
     */
    public static final char INVISIBLE_SPACE = '\u1680';

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char RING_ABOVE = '\u030A';

    private TextCleanup() {}

    /** Markdown or literal text before it is read: line ends are {@code \n}, tabs stay, all else that Telegram would change is changed. */
    public static String source(String text) {
        return sourcePart(text, 0, text.length());
    }

    /**
     * A part of such a text.
     *
     * @param start where in the text it begins: 0 or an earlier {@link #settled}
     * @param end where in the text it ends, exclusive
     */
    public static String sourcePart(CharSequence whole, int start, int end) {
        String text = whole.subSequence(start == 0 && startsWithMark(whole) ? 1 : start, end)
                .toString();
        int clean = firstUnclean(text);
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            appendSource(text, i, out);
        }
        return out.toString();
    }

    /** How much of a text that grows is cleaned up for good: no character behind that place belongs to one before it, whatever comes. */
    public static int settled(CharSequence text) {
        int end = Math.max(text.length() - 1, 0);
        while (end > 0 && belongsToPrevious(text, end)) {
            end--;
        }
        return end;
    }

    private static boolean belongsToPrevious(CharSequence text, int i) {
        char c = text.charAt(i);
        return c == RING_ABOVE || Character.isLowSurrogate(c) || (c == '\n' && text.charAt(i - 1) == '\r');
    }

    private static boolean startsWithMark(CharSequence text) {
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
    }

    private static int firstUnclean(String text) {
        int i = 0;
        while (i < text.length() && !needsCare(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean needsCare(char c) {
        return c < ' '
                ? c != '\n' && c != '\t'
                : c >= '\u0300' && (isDropped(c) || c == INVISIBLE_SPACE || Character.isSurrogate(c));
    }

    private static void appendSource(String text, int i, StringBuilder out) {
        char c = text.charAt(i);
        if (c == '\r') {
            if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                out.append('\n');
            }
        } else if (c == 0 || isLoneSurrogate(text, i)) {
            out.append(REPLACEMENT);
        } else if ((c < ' ' && c != '\n' && c != '\t') || c == INVISIBLE_SPACE) {
            out.append(' ');
        } else if (c == RING_ABOVE) {
            composeRing(out);
        } else if (!isDropped(c)) {
            out.append(c);
        }
    }

    /** The ring above is dropped as a mark of its own, so letters such as the Danish one are kept by writing them as one character. */
    private static void composeRing(StringBuilder out) {
        if (out.length() > 0) {
            int last = out.length() - 1;
            String composed = Normalizer.normalize(out.substring(last) + RING_ABOVE, Normalizer.Form.NFC);
            if (composed.length() == 1) {
                out.setCharAt(last, composed.charAt(0));
            }
        }
    }

    /**
     * Text about to be shown, which may hold what character references in Markdown stood for: only {@code \n} is left of the control characters, and
     * every half of a surrogate pair that stands alone in this text is replaced, even if its other half should come next.
     */
    public static String shown(String text) {
        int clean = 0;
        while (clean < text.length() && !changesWhenShown(text, clean)) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            appendShown(text, i, out);
        }
        return out.toString();
    }

    private static void appendShown(String text, int i, StringBuilder out) {
        char c = text.charAt(i);
        if (!changesWhenShown(text, i)) {
            out.append(c);
        } else if (c < ' ' && c != '\r') {
            out.append(' ');
        } else if (Character.isSurrogate(c)) {
            out.append(REPLACEMENT);
        } else if (c == RING_ABOVE) {
            composeRing(out);
        }
    }

    private static boolean changesWhenShown(String text, int i) {
        char c = text.charAt(i);
        return c < ' '
                ? c != '\n'
                : c >= '\u0300' && (c == INVISIBLE_SPACE || isDropped(c) || isLoneSurrogate(text, i));
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** Line and paragraph separators, direction overrides, and three combining marks that the server takes out of every text. */
    private static boolean isDropped(char c) {
        return (c >= '\u2028' && c <= '\u202E') || c == '\u0333' || c == '\u033F' || c == RING_ABOVE;
    }
}
