package io.github.claudebridge.process.testing.internal.cli;

import java.util.regex.Pattern;

/**
 * The version that is played.
 *
 * @param name as {@code --version} prints it, for example {@code 2.1.330}
 */
record Version(String name) {
    static final Version CURRENT = new Version("2.1.330");

    /** Versions before this one tell less: the way of a message, what an interrupt left, how a turn was cut off. */
    private static final int FIRST_TALKATIVE = 300;

    boolean isTalkative() {
        int[] parts = Pattern.compile("\\.")
                .splitAsStream(name)
                .mapToInt(Integer::parseInt)
                .toArray();
        return parts[0] > 2 || parts[1] > 1 || parts[2] >= FIRST_TALKATIVE;
    }
}
