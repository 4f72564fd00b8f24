package io.github.claudebridge.telegram.conversation;

/**
 * A choice that somebody made, who was allowed to.
 *
 * @param chat where the question stands
 * @param question the key under which it was asked
 * @param choiceId the {@link Choice#id} of the choice
 * @param userId the number of the person
 */
public record Chosen(ChatId chat, DeliveryKey question, String choiceId, long userId) {}
