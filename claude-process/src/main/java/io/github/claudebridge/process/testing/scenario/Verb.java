package io.github.claudebridge.process.testing.scenario;

import java.util.Locale;

/** What a step of a scenario can do. */
public enum Verb {
    /** {@code file NAME CONTENT}: puts a file into the working directory; {@code \n} is a line break. */
    FILE,
    /** {@code env NAME=VALUE}: sets a variable for the processes that follow. */
    ENV,
    /** {@code start [ARGUMENT...]}: starts the command line, with these arguments beside the usual ones. */
    START,
    /** {@code run [ARGUMENT...]}: starts the command line with these arguments only. */
    RUN,
    /** {@code send LABEL PROMPT}: sends a prompt; the label stands for its id, {@code -} for none. */
    SEND,
    /** {@code burst FIRST LAST}: sends a prompt for each of these labels, one right after the other. */
    BURST,
    /** {@code line JSON}: sends a line as it is. */
    LINE,
    /** {@code control SUBTYPE [JSON]}: sends a control request, with these fields. */
    CONTROL,
    /** {@code await BEGIN}: waits for a line of the report that begins so, after the one awaited last. */
    AWAIT,
    /** {@code awaitfile NAME}: waits until a file is in the working directory. */
    AWAITFILE,
    /**
     * {@code answer JSON}: answers the oldest open request of the command line; {@code $INPUT} is its input and
     * {@code $RPC} the id of the message in it.
     */
    ANSWER,
    /** {@code signal NAME}: sends a signal to the process. */
    SIGNAL,
    /** {@code close}: closes standard input. */
    CLOSE,
    /** {@code exit}: waits for the end of the process and reports its exit code. */
    EXIT,
    /** {@code look NAME}: reports whether a file is in the working directory. */
    LOOK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verb named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
