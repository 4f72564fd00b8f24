package io.github.claudebridge.telegram.journal;

/**
 * A stored message that is not settled yet. Immutable.
 *
 * @param id its number; messages are sent in the order of their numbers
 * @param key the delivery it belongs to
 * @param chatId the chat
 * @param topicId the topic of the chat; 0 for none
 * @param silent whether the phone stays quiet
 * @param body what is to be sent, in the form that whoever stored it chose
 */
public record OutgoingMessage(long id, String key, long chatId, long topicId, boolean silent, String body) {}
