package io.github.claudebridge.telegram.testing.internal.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.core.Json;

/**
 * A topic of a chat.
 *
 * @param id its {@code message_thread_id}
 * @param name its name
 * @param iconColor its colour as the Bot API counts it
 * @param closed whether it is closed for people
 */
public record Topic(long id, String name, int iconColor, boolean closed) {

    private static final int BLUE = 7322096;

    /** A topic as people open it. */
    static Topic opened(long id, String name) {
        return new Topic(id, name, BLUE, false);
    }

    /** As the {@code forum_topic_created} field of the message with which it begins. */
    public ObjectNode created() {
        return Json.object().put("name", name).put("icon_color", iconColor);
    }

    public Topic renamed(String newName) {
        return new Topic(id, newName, iconColor, closed);
    }

    public Topic withClosed(boolean nowClosed) {
        return new Topic(id, name, iconColor, nowClosed);
    }
}
