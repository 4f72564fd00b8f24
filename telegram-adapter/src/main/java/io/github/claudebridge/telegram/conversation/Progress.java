package io.github.claudebridge.telegram.conversation;

/** Takes note of how far a message got, so that a restart knows. Every note is safe when the method returns. Thread-safe. */
public interface Progress {

    /** Something is about to be done that should not be done twice without asking. */
    void started();

    /**
     * It is done; what is left is to deliver the answer.
     *
     * @param markdown the answer
     */
    void answered(String markdown);
}
