package io.github.claudebridge.telegram.program;

import java.time.Duration;
import java.util.List;

/**
 * A program that may be run. Immutable.
 *
 * @param words the program and its fixed arguments, as they are given to the system; a program without a slash is looked for in the
 *     {@code PATH}
 * @param limit how long it may run; then it is ended with everything it started
 */
public record Program(List<String> words, Duration limit) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if there is no program, or no time
     */
    public Program {
        words = List.copyOf(words);
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw new IllegalArgumentException("There is no program to run.");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("An argument of a program cannot hold the character NUL.");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A program needs some time to run.");
        }
    }
}
