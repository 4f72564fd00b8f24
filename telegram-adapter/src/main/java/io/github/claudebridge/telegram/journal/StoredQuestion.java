package io.github.claudebridge.telegram.journal;

/**
 * A question with choices. Immutable.
 *
 * @param token names it in its buttons; nobody can guess it
 * @param key the delivery that shows it
 * @param chatId the chat
 * @param topicId the topic of the chat; 0 for none
 * @param body what is asked, in the form that whoever stored it chose
 */
public record StoredQuestion(String token, String key, long chatId, long topicId, String body, State state) {

    /** Whether a question can be answered. */
    public enum State {
        /** It can. */
        OPEN,
        /** It was. */
        ANSWERED,
        /** It is not wanted any more. */
        WITHDRAWN
    }
}
