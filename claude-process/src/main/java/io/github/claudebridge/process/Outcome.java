package io.github.claudebridge.process;

/** How a turn ended. */
public enum Outcome {
    /** The answer is complete. */
    COMPLETED,
    /** It was interrupted; the text is what was there by then. */
    INTERRUPTED,
    /** It was withdrawn before it began. */
    CANCELLED,
    /** This process had answered this very prompt before; nothing was done. */
    ALREADY_ANSWERED,
    /**
     * The session knows this very prompt, and so nothing was done, whether it had been answered, interrupted, or had failed: its transcript
     * tells. To try again, send it with a new id.
     */
    ALREADY_SEEN,
    /** It used up the turns it was given. */
    MAX_TURNS,
    /** It used up the budget it was given. */
    BUDGET_EXHAUSTED,
    /** The prompt or the history is too long for the model. */
    TOO_LONG,
    /** The request to the model failed. */
    API_ERROR,
    /** It failed in another way. */
    FAILED
}
