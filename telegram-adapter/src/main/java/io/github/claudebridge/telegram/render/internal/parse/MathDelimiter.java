package io.github.claudebridge.telegram.render.internal.parse;

import java.util.regex.Pattern;

/** What stands around a formula, and what it takes for text between such delimiters to be one. */
enum MathDelimiter {
    DOLLARS("$$", "$$") {
        @Override
        boolean holds(String source, int before, char after) {
            boolean spaced = isSpace(source, 0);
            boolean balanced = spaced == isSpace(source, source.length() - 1);
            boolean clear = !spaced || source.chars().anyMatch(c -> "\\^=".indexOf(c) >= 0);
            return balanced && clear && !isWord(after) && after != '$' && (isName(source) || isMath(source));
        }
    },
    PARENTHESES("\\(", "\\)") {
        @Override
        boolean holds(String source, int before, char after) {
            return !isWord(before) && (isName(source) || isMath(source));
        }
    },
    BRACKETS("\\[", "\\]") {
        @Override
        boolean holds(String source, int before, char after) {
            return isMath(source);
        }
    },
    DOLLAR("$", "$") {
        @Override
        boolean holds(String source, int before, char after) {
            boolean tight = !isSpace(source, 0) && !isSpace(source, source.length() - 1);
            boolean apart = !Character.isLetterOrDigit(before)
                    && before != '$'
                    && !Character.isLetterOrDigit(after)
                    && after != '$';
            return tight && apart && source.indexOf('\n') < 0 && (isName(source) || isMath(source));
        }
    };

    /** A backslash, a script, a relation or a sum; a hyphen, star or underscore only where it does not join two words. */
    private static final Pattern MATH = Pattern.compile("[\\\\^=+<>]|[-*_](?![A-Za-z]{2})|(?<![A-Za-z]{2})[-*_]");

    private static final Pattern PROSE = Pattern.compile("(?<![A-Za-z])[A-Za-z]{2,}+[,;:.]?\\s++[A-Za-z]{2}");

    private final String opener;
    private final String closer;

    MathDelimiter(String opener, String closer) {
        this.opener = opener;
        this.closer = closer;
    }

    String opener() {
        return opener;
    }

    String closer() {
        return closer;
    }

    /**
     * Whether the text is a formula, rather than amounts of money, shell variables, or text in brackets that were escaped.
     *
     * @param source what stands between the delimiters, not blank
     * @param before the character before them, in the Unicode sense
     * @param after the character behind them
     */
    abstract boolean holds(String source, int before, char after);

    private static boolean isMath(String source) {
        return MATH.matcher(source).find()
                && (source.indexOf('\\') >= 0 || !PROSE.matcher(source).find());
    }

    /** Whether it is a name of one character. */
    private static boolean isName(String source) {
        String name = source.strip();
        return name.codePointCount(0, name.length()) == 1;
    }

    private static boolean isSpace(String source, int index) {
        return Character.isWhitespace(source.charAt(index));
    }

    private static boolean isWord(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
