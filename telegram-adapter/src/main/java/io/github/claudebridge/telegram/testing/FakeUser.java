package io.github.claudebridge.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;
import io.github.claudebridge.telegram.testing.internal.chats.Inbox;
import io.github.claudebridge.telegram.testing.internal.core.Json;

/**
 * A person with a Telegram account, seen from the private chat with the bot. The chat has the person's identifier. Thread-safe.
 */
public final class FakeUser {

    private final Inbox inbox;
    private final long id;
    private final String firstName;
    private final Chat chat;

    FakeUser(Inbox inbox, long id, String firstName, Chat chat) {
        this.inbox = inbox;
        this.id = id;
        this.firstName = firstName;
        this.chat = chat;
    }

    /** The person's identifier, which is also that of the private chat. */
    public long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    /**
     * Sends a text to the bot. The first message makes the chat known to the bot.
     *
     * @return the message's number
     */
    public long sends(String text) {
        return inbox.send(asSender(), chat, 0, Inbox.typed(text));
    }

    private ObjectNode asSender() {
        return Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", firstName)
                .put("language_code", "en");
    }
}
