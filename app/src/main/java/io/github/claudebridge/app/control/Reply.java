package io.github.claudebridge.app.control;

/** What the bot says to a {@link Request}. Immutable. */
public sealed interface Reply {

    /** A line for the standard output. */
    record Out(String text) implements Reply {}

    /** A line for the standard error. */
    record Err(String text) implements Reply {}

    /** How far it is. */
    record Progress(long done, long total) implements Reply {}

    /**
     * The last one.
     *
     * @param code the exit code
     * @param problem what went wrong, for people; empty if nothing did
     */
    record End(int code, String problem) implements Reply {}
}
