package io.github.claudebridge.session.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place between two entries of one log. It stays right while the log grows and is rotated. Immutable and thread-safe.
 *
 * @param segment number of the file of the log, from 1
 * @param offset number of bytes before the place in that file
 */
public record LogPosition(int segment, long offset) {

    private static final Pattern TOKEN = Pattern.compile("([1-9]\\d{0,8}):(\\d{1,18})");

    /** A short text, for a button or a link. */
    public String token() {
        return segment + ":" + offset;
    }

    /** Reads such a text; empty when it is none. */
    public static Optional<LogPosition> parse(String token) {
        Matcher matcher = TOKEN.matcher(token);
        return matcher.matches()
                ? Optional.of(new LogPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
