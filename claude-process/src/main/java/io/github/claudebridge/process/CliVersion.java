package io.github.claudebridge.process;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Claude Code. Immutable and thread-safe.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record CliVersion(int major, int minor, int patch) implements Comparable<CliVersion> {

    /** The oldest version that this library works with. */
    public static final CliVersion OLDEST = new CliVersion(2, 1, 197);

    /** The newest version that this library was tested with. Newer ones are used, with a warning in the log. */
    public static final CliVersion NEWEST_TESTED = new CliVersion(2, 1, 330);

    private static final Pattern FORM = Pattern.compile("(?<!\\d)(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    /** The first version in a text such as {@code 2.1.330 (Claude Code)}; empty where there is none. */
    public static Optional<CliVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.find()
                ? Optional.of(new CliVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @Override
    public int compareTo(CliVersion other) {
        return Comparator.comparingInt(CliVersion::major)
                .thenComparingInt(CliVersion::minor)
                .thenComparingInt(CliVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
