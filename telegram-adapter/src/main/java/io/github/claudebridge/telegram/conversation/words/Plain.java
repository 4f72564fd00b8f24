package io.github.claudebridge.telegram.conversation.words;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text, time and money in the form in which they stand in sentences. */
public final class Plain {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+.!|<>~$^=&-]");

    private Plain() {}

    /** Text that Markdown leaves as it is. A backslash before a bracket would begin a formula. */
    public static String text(String text) {
        return SPECIAL.matcher(text)
                .replaceAll(special -> "[]()&".contains(special.group())
                        ? "&#%d;".formatted((int) special.group().charAt(0))
                        : Matcher.quoteReplacement("\\" + special.group()));
    }

    /**
     * The beginning of a text on one line.
     *
     * @param most the most characters
     */
    public static String excerpt(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** How long something took: {@code 42 s}, {@code 1:42} or {@code 1:02:03}. */
    public static String clock(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        return time.toHours() < 1
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** Dollars, with as many digits as say something. */
    public static String money(double usd) {
        return usd < 0.01 ? "<$0.01" : "$%.2f".formatted(usd);
    }

    /** A number with its noun. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** The size of a file. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte", "bytes");
        }
        return bytes < 1_000_000
                ? "%.1f kB".formatted(bytes / 1e3)
                : bytes < 1_000_000_000 ? "%.1f MB".formatted(bytes / 1e6) : "%.1f GB".formatted(bytes / 1e9);
    }

    /** A large number in short: {@code 950}, {@code 12.3k} or {@code 1.2M}. */
    public static String amount(long number) {
        if (number < 1_000) {
            return Long.toString(number);
        }
        return number < 1_000_000 ? "%.1fk".formatted(number / 1e3) : "%.1fM".formatted(number / 1e6);
    }
}
