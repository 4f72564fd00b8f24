package io.github.claudebridge.process;

/** How long a CLI lives. */
public enum ProcessMode {
    /** One CLI for the whole conversation: each turn saves the time of a start. */
    PERSISTENT,
    /** A CLI for each turn: nothing runs between turns. Requests outside a turn are not possible, except for what lasts. */
    PER_TURN
}
