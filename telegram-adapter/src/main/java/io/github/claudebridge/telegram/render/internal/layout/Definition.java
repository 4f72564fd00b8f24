package io.github.claudebridge.telegram.render.internal.layout;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What text elsewhere in the document can refer to: a link's target or a footnote. Immutable.
 *
 * @param label its name as written, with the caret of a footnote
 * @param destination the link's target; empty for a footnote
 */
public record Definition(String label, String destination) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\<>&]");

    /** The name in the form in which names are compared. */
    public String key() {
        return comparable(label);
    }

    /** Any text in the form in which names are compared. */
    public static String comparable(String text) {
        return SPACES.matcher(text.strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
    }

    /** The definition as a line of Markdown. */
    public String toMarkdown() {
        return label.startsWith("^")
                ? "[" + label + "]: x\n"
                : "[" + label + "]: <" + SPECIAL.matcher(destination).replaceAll("\\\\$0") + ">\n";
    }
}
