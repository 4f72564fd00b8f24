package io.github.claudebridge.telegram.program;

import java.util.regex.Pattern;

/**
 * A program that its owner made a command of the bot. Immutable.
 *
 * @param name of the command, without the slash: {@code [a-z0-9_]{1,32}}
 * @param description what it does, at most 200 characters
 * @param mostArguments how many words people may add; 0 for none
 */
public record Script(String name, String description, Program program, int mostArguments) {

    /** As many words as people like. */
    public static final int ANY = Integer.MAX_VALUE;

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int LONGEST_DESCRIPTION = 200;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if something has another form
     */
    public Script {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a command has 1 to 32 small letters (a to z), digits and underscores");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("the description has more than " + LONGEST_DESCRIPTION + " characters");
        }
        if (mostArguments < 0) {
            throw new IllegalArgumentException("there cannot be less than no arguments");
        }
    }
}
