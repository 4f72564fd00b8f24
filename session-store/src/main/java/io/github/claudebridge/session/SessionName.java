package io.github.claudebridge.session;

import java.util.regex.Pattern;

/**
 * The name of a session, which is also the name of its folder. Immutable and thread-safe.
 *
 * @param value one to 64 characters out of {@code A-Z a-z 0-9 _ -}
 */
public record SessionName(String value) implements Comparable<SessionName> {

    /** The rule as a regular expression, for messages. */
    public static final String RULE = "[A-Za-z0-9_-]{1,64}";

    private static final Pattern PATTERN = Pattern.compile(RULE);

    /**
     * Checks the name.
     *
     * @throws InvalidSessionNameException when the value breaks the rule
     */
    public SessionName {
        if (!isValid(value)) {
            throw new InvalidSessionNameException(value);
        }
    }

    /**
     * Makes a name of text from outside.
     *
     * @throws InvalidSessionNameException when the text breaks the rule; its message tells the rule
     */
    public static SessionName of(String value) {
        return new SessionName(value);
    }

    /** Says whether the text could be a name. */
    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(SessionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
