package io.github.claudebridge.telegram.testing.internal.core;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The one bot that is registered with the server.
 *
 * @param id its identifier, the number before the colon of its token
 * @param username its name without {@code @}
 * @param firstName its display name
 * @param token its token
 * @param topicsEnabled whether private chats with it can have topics
 * @param readsAllGroupMessages whether it hears all messages in groups, not only those meant for it
 */
public record Bot(
        long id,
        String username,
        String firstName,
        String token,
        boolean topicsEnabled,
        boolean readsAllGroupMessages) {

    /** As the sender of a message. */
    public ObjectNode asUser() {
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", firstName)
                .put("username", username);
    }
}
