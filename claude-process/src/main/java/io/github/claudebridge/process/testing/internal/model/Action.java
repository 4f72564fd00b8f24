package io.github.claudebridge.process.testing.internal.model;

/** What a word of the prompt language does to the step it stands in. */
interface Action {

    /**
     * Adds to the step.
     *
     * @param argument what follows the word
     */
    void addTo(Step step, String argument, Context context);

    /** What an action may look at. */
    interface Context {

        /** The request that is answered. */
        Conversation conversation();

        /** A new id that starts with this. */
        String nextId(String prefix);

        /** Notes one more failure of the script and says how many there were before. */
        long countFailure();
    }
}
