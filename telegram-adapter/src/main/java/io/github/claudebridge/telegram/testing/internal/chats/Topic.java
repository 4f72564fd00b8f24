package io.github.claudebridge.telegram.testing.internal.chats;

/**
 * A topic of a chat.
 *
 * @param id its {@code message_thread_id}
 * @param name its name
 * @param iconColor its colour as the Bot API counts it
 * @param closed whether it is closed for people
 */
public record Topic(long id, String name, int iconColor, boolean closed) {

    public Topic renamed(String newName) {
        return new Topic(id, newName, iconColor, closed);
    }

    public Topic withClosed(boolean nowClosed) {
        return new Topic(id, name, iconColor, nowClosed);
    }
}
