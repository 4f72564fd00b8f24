package io.github.claudebridge.telegram.conversation;

/**
 * What Claude says at the end of a turn. Immutable.
 *
 * @param markdown as Claude wrote it, of any length
 * @param details Markdown that is shown below it, folded up; empty for none
 * @param size how much of it is shown before the rest becomes a file
 * @param rings whether the phone rings
 * @param replyTo the number of the message that is answered; 0 for none; a message that is gone does no harm
 */
public record Answer(String markdown, String details, Size size, boolean rings, long replyTo) {

    /** How much is shown in the chat. */
    public enum Size {
        /** All of it, in as many messages as it takes. */
        WHOLE,
        /** A few messages; of a longer one the beginning, and all of it as a file. */
        FEW_MESSAGES,
        /** About a screen; of a longer one the beginning, and all of it as a file; long code as files. */
        ONE_SCREEN
    }

    /** An answer that rings and needs no words about itself. */
    public static Answer of(String markdown) {
        return new Answer(markdown, "", Size.FEW_MESSAGES, true, 0);
    }

    /** The same with something folded up below. */
    public Answer withDetails(String below) {
        return new Answer(markdown, below, size, rings, replyTo);
    }

    /** The same in another size. */
    public Answer in(Size other) {
        return new Answer(markdown, details, other, rings, replyTo);
    }

    /** The same without a sound. */
    public Answer silent() {
        return new Answer(markdown, details, size, false, replyTo);
    }

    /** The same as an answer to this message. */
    public Answer to(long messageId) {
        return new Answer(markdown, details, size, rings, messageId);
    }
}
