package io.github.claudebridge.telegram.conversation.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of somebody else as Markdown that shows it as it is, also what eyes would miss. */
final class Markup {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+.!|<>~$^=&-]");
    private static final Pattern TICKS = Pattern.compile("`+");

    /** Controls, and characters that show nothing or turn the direction of what follows: they could hide what a command does. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF"
                    + "\\u115F\\u1160\\u180E\\u2800\\u3164\\uFE00-\\uFE0E\\uFFA0\\x{E0000}-\\x{E007F}\\x{E0100}-\\x{E01EF}&&[^\\n\\t]]");

    private Markup() {}

    /** Words in the middle of a line. A backslash would not do: before a bracket it begins a formula. */
    static String plain(String text) {
        return SPECIAL.matcher(oneLine(text))
                .replaceAll(match -> "&#%d;".formatted((int) match.group().charAt(0)));
    }

    /** A name or a path in the middle of a line. */
    static String inline(String text) {
        String shown = oneLine(text);
        String fence = "`".repeat(longestTicks(shown) + 1);
        return shown.isEmpty() ? "" : fence + (fence.length() > 1 ? " " + shown + " " : shown) + fence;
    }

    /**
     * A block of code.
     *
     * @param language what the fence names; may be empty
     */
    static String block(String language, String text) {
        String shown = visible(text);
        String fence = "`".repeat(Math.max(3, longestTicks(shown) + 1));
        return fence + language + "\n" + shown + (shown.endsWith("\n") ? "" : "\n") + fence;
    }

    /** The same text with a name in the place of each character that cannot be seen. */
    static String visible(String text) {
        return UNSEEN.matcher(text.replace("\r\n", "\n"))
                .replaceAll(match -> "\\\\u{%X}".formatted(match.group().codePointAt(0)));
    }

    private static String oneLine(String text) {
        return visible(text.strip().replaceAll("\\s+", " "));
    }

    private static int longestTicks(String text) {
        int longest = 0;
        Matcher ticks = TICKS.matcher(text);
        while (ticks.find()) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        return longest;
    }
}
