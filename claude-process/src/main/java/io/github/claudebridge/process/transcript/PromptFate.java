package io.github.claudebridge.process.transcript;

/** What became of a prompt, as far as the session's file tells. Immutable and thread-safe. */
public sealed interface PromptFate {

    /** The session has never seen it, so that nothing was done about it: it can be sent again under its id. */
    record Unseen() implements PromptFate {}

    /**
     * The session has seen it, and there is no whole answer: it may have been carried out in part.
     *
     * @param text the last text of the answer; empty where there is none
     */
    record Open(String text) implements PromptFate {}

    /**
     * It was answered.
     *
     * @param text the last text of the answer
     */
    record Answered(String text) implements PromptFate {}
}
