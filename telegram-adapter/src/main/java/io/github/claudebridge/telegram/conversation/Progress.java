package io.github.claudebridge.telegram.conversation;

/** Takes note of how far a message got, so that a restart knows. Every note is safe when the method returns. Thread-safe. */
public interface Progress {

    /** The key under which the message is answered; what else is said because of it has a key {@linkplain DeliveryKey#with beside} it. */
    DeliveryKey key();

    /** Something is about to be done that should not be done twice without asking. */
    void started();

    /**
     * It is done; what is left is to deliver the answer.
     *
     * @param markdown the answer
     */
    void answered(String markdown);
}
