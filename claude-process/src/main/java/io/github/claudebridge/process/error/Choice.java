package io.github.claudebridge.process.error;

/** A way to go on after a failure that is for the user to choose, because the program would lose something either way. */
public enum Choice {

    /** Try the same again, once what is missing has been put back to its place. Nothing is lost. */
    TRY_AGAIN,

    /** Go on in a session of a new id. What was said before is not known in it. */
    START_AFRESH
}
