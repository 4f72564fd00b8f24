package io.github.claudebridge.telegram.testing.internal.text;

/**
 * A character reference: an ampersand with a name or a number.
 *
 * @param codePoint the character; 0 when there is no reference
 * @param end the byte after it
 */
record HtmlReference(int codePoint, int end) {

    private static final HtmlReference NONE = new HtmlReference(0, 0);
    private static final int MOST_DIGITS = 7;

    /** The reference that starts at {@code at}, if one does. */
    static HtmlReference at(Utf8 input, int at) {
        if (input.at(at) != '&') {
            return NONE;
        }
        return input.at(at + 1) == '#' ? numeric(input, at + 2) : named(input, at + 1);
    }

    private static HtmlReference named(Utf8 input, int begin) {
        int end = begin;
        while (isLetter(input.at(end))) {
            end++;
        }
        int character = switch (input.slice(begin, end)) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            default -> 0;
        };
        return character == 0 ? NONE : new HtmlReference(character, afterSemicolon(input, end));
    }

    private static HtmlReference numeric(Utf8 input, int begin) {
        boolean hex = input.at(begin) == 'x';
        int first = hex ? begin + 1 : begin;
        int end = first;
        while (end - first < MOST_DIGITS && Character.digit(input.at(end), hex ? 16 : 10) >= 0) {
            end++;
        }
        if (end == first) {
            return NONE;
        }
        int value = Integer.parseInt(input.slice(first, end), hex ? 16 : 10);
        boolean valid = value > 0 && Character.isValidCodePoint(value) && !isSurrogate(value);
        return valid ? new HtmlReference(value, afterSemicolon(input, end)) : NONE;
    }

    private static int afterSemicolon(Utf8 input, int end) {
        return input.at(end) == ';' ? end + 1 : end;
    }

    private static boolean isSurrogate(int value) {
        return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
