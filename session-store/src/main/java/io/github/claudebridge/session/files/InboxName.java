package io.github.claudebridge.session.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * A harmless name for a file that came from outside: no folders, nothing hidden, nothing that a terminal, a shell or a
 * command line would take for something else, and not too long. Immutable.
 *
 * @param stem the name up to its extension
 * @param extension with its dot; may be empty
 */
record InboxName(String stem, String extension) {

    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 16;
    private static final String NAMELESS = "file";

    /** Makes such a name of what a sender, or nobody, chose. */
    static InboxName of(String suggested) {
        String last = suggested.substring(Math.max(suggested.lastIndexOf('/'), suggested.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> isHarmless(c) ? c : '_')
                .forEach(clean::appendCodePoint);
        String name = trimmed(clean.toString());
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && bytes(name.substring(dot)) <= LONGEST_EXTENSION;
        String extension = hasExtension ? name.substring(dot) : "";
        String stem = shortened(name.substring(0, name.length() - extension.length()), LONGEST - bytes(extension));
        String end = extension.isEmpty() ? trimmed(stem) : stem;
        return new InboxName(end.isEmpty() ? NAMELESS : end, extension);
    }

    /** The name that is tried when so many others are taken, counted from 1. */
    String numbered(int number) {
        return number == 1 ? stem + extension : stem + "-" + number + extension;
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || " ._-+()".indexOf(c) >= 0;
    }

    /** Without what would hide a file, or make it an option, at the beginning, and what hardly shows at the end. */
    private static String trimmed(String name) {
        IntPredicate atStart = c -> " .-".indexOf(c) >= 0;
        IntPredicate atEnd = c -> " .".indexOf(c) >= 0;
        int from = 0;
        int to = name.length();
        while (from < to && atStart.test(name.charAt(from))) {
            from++;
        }
        while (to > from && atEnd.test(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static String shortened(String text, int mostBytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > mostBytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
