package io.github.claudebridge.telegram.render.internal.layout;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What text elsewhere in the document can refer to: a link's target or a footnote. Immutable.
 *
 * @param label its name as written, with the caret of a footnote
 * @param destination the link's target; empty for a footnote
 * @param key the name in the form in which names are compared
 * @param searched the {@link #searchable} form of the name
 */
public record Definition(String label, String destination, String key, String searched) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\<>&]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s>]+");

    /** A definition with its name as written and its target. */
    static Definition of(String label, String destination) {
        String key = folded(SPACES.matcher(label.strip()).replaceAll(" "));
        return new Definition(label, destination, key, searchable(label));
    }

    /** A name as it is mentioned somewhere, in a form that can be compared: it may go on in the next line, and that may begin with the marks of a quote. */
    public static String searchable(String name) {
        return BETWEEN_WORDS.matcher(folded(name)).replaceAll("");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    /** The definition as a line of Markdown. */
    public String toMarkdown() {
        return label.startsWith("^")
                ? "[" + label + "]: x\n"
                : "[" + label + "]: <" + SPECIAL.matcher(destination).replaceAll("\\\\$0") + ">\n";
    }
}
