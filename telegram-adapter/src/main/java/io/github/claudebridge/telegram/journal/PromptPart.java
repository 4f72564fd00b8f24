package io.github.claudebridge.telegram.journal;

/**
 * A message that a prompt is made of. Immutable.
 *
 * @param source what it came from; it is a part of one prompt only
 * @param messageId the number of the message in the chat; 0 for none
 * @param userId the number of the person who wrote it; 0 if unknown
 * @param text what it adds to the prompt
 * @param files what was sent along and is not fetched yet, in the form that whoever stored it chose; empty for nothing
 */
public record PromptPart(String source, long messageId, long userId, String text, String files) {

    /** A part without files. */
    public PromptPart(String source, long messageId, long userId, String text) {
        this(source, messageId, userId, text, "");
    }
}
