package io.github.claudebridge.process;

import java.util.regex.Pattern;

/** Keeps values that come from outside from being taken for something else on a command line. */
final class Checks {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,199}");

    private Checks() {}

    static String word(String what, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid " + what + ": '" + value + "'");
        }
        return value;
    }
}
