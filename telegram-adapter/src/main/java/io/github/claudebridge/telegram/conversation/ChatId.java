package io.github.claudebridge.telegram.conversation;

/**
 * Names a place where people write: a chat, or one topic of it.
 *
 * @param value the number that the chat's own system gives it
 * @param topic the number of the topic in the chat; 0 for none
 */
public record ChatId(long value, long topic) {

    /** A chat as a whole. */
    public ChatId(long value) {
        this(value, 0);
    }
}
