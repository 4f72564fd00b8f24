package io.github.claudebridge.process.testing.internal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a command line does not do while it is well.
 *
 * @param kind what it is
 * @param argument the rest of the action
 */
public record Mischief(Kind kind, String argument) {

    /** The words of the prompt language for it. */
    public enum Kind {
        /** Ends at once, with this exit code. */
        CRASH,
        /** Writes half of a line and ends. */
        HALFLINE,
        /** Writes a line that is no UTF-8. */
        BADUTF8,
        /** Writes a line of this many bytes. */
        HUGELINE,
        /** Writes this as a line, which need not be JSON. */
        NOISE,
        /** Writes this many bytes to standard error. */
        STDERR,
        /** Writes events that nobody has heard of. */
        NEWTYPES,
        /** Closes standard output and lives on. */
        CLOSEOUT,
        /** Leaves a process behind that lives for this many seconds, in a session of its own. */
        GRANDCHILD,
        /** Takes no notice of TERM from now on. */
        IGNORETERM,
        /** Writes one more event after the result of the turn, with this text. */
        LATE
    }

    static Optional<Action> named(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(kind -> (step, argument, context) -> step.misbehave(new Mischief(kind, argument)));
    }

    /** The argument as a number. */
    public int number(int otherwise) {
        return argument.isEmpty() ? otherwise : Integer.parseInt(argument);
    }
}
