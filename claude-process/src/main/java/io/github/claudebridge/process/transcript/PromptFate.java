package io.github.claudebridge.process.transcript;

/**
 * What became of a prompt, as far as the session's file tells. Immutable and thread-safe.
 *
 * <p>The CLI writes a prompt down before the model can do anything about it, and the model's message once it is whole. So while a
 * turn runs its prompt is {@link Open}, and what this says is final only when no CLI writes the file any more.
 */
public sealed interface PromptFate {

    /** The session has never seen it, so that nothing was done about it: it can be sent again under its id. */
    record Unseen() implements PromptFate {}

    /**
     * The session has seen it, and neither an answer nor an end was written down: the CLI ended in the middle, was made to stop by a
     * limit, or another prompt has replaced this one. It may have been carried out in part. A turn that ended without a word counts
     * too.
     *
     * @param text the last text of the model in this turn; empty where there is none
     */
    record Open(String text) implements PromptFate {}

    /**
     * It was answered, and nothing remains to be done.
     *
     * @param text what the result of the turn had as its text: the last text block of the model's last message, or what a command
     *     with a slash put out
     */
    record Answered(String text) implements PromptFate {}

    /**
     * The user stopped it. It may have been carried out in part.
     *
     * @param text the last text of the model before that; empty where there is none
     */
    record Interrupted(String text) implements PromptFate {}

    /**
     * A request to the model failed for good, and the turn ended with that. It may have been carried out in part.
     *
     * @param text the last text of the model before that; empty where there is none
     * @param error what the CLI said about it, for people
     */
    record Failed(String text, String error) implements PromptFate {}
}
