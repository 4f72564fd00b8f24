package io.github.claudebridge.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps values that come from outside from being taken for something else on a command line. */
final class Checks {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,199}");
    private static final int MAX_ARGUMENT = 10_000;

    private Checks() {}

    static String word(String what, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid " + what + ": '" + value + "'");
        }
        return value;
    }

    static List<String> arguments(String what, String... values) {
        for (String value : values) {
            boolean control = value.chars().anyMatch(Character::isISOControl);
            if (value.isBlank() || value.startsWith("-") || control || value.length() > MAX_ARGUMENT) {
                throw new IllegalArgumentException("Not a valid " + what + ": '" + value + "'");
            }
        }
        return List.of(values);
    }

    static List<String> paths(Path... paths) {
        for (Path path : paths) {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("Not an absolute path: '" + path + "'");
            }
        }
        return Stream.of(paths).map(Path::toString).toList();
    }

    static int atLeast(int least, String what, int value) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
        }
        return value;
    }
}
