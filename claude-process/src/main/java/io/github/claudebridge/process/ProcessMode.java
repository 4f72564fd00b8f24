package io.github.claudebridge.process;

/** How long a CLI lives. */
public enum ProcessMode {
    /** One CLI for the whole conversation: each turn saves the time of a start. */
    PERSISTENT,
    /**
     * A CLI for each turn: nothing runs between turns. Requests outside a turn are not possible, except for what lasts. A CLI whose turn
     * has started work in the background stays until that is done, and gets the prompts that are sent meanwhile.
     */
    PER_TURN
}
