package io.github.claudebridge.process.event;

/**
 * What became of a message that was sent.
 *
 * @param messageId the id that the message was sent with
 * @param state how far it is
 */
public record MessageLifecycle(String messageId, State state) implements ClaudeEvent {

    /** How far a message is. */
    public enum State {
        /** Received and waiting for its turn. */
        QUEUED,
        /** Handed to the model. */
        STARTED,
        /** Done. */
        COMPLETED,
        /** Withdrawn, or its turn was aborted. */
        CANCELLED,
        /** A state that this version does not know. */
        OTHER
    }
}
