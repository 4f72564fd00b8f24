package io.github.claudebridge.process.internal;

/** Where prompts go. */
interface Outlet {

    /**
     * Takes a prompt without waiting.
     *
     * @param turn the turn of the prompt
     * @param intoTurn whether it goes into the running turn
     * @return whether it could be taken
     */
    boolean send(OpenTurn turn, boolean intoTurn);

    /** The CLI has told the end of a prompt that it took. Must not wait. */
    default void ended(OpenTurn turn) {}
}
