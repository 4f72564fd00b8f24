package io.github.claudebridge.telegram.testing;

import io.github.claudebridge.telegram.testing.internal.chats.Access;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;

/** A group with the bot in it. People speak in it through {@link FakeUser#in}. Thread-safe. */
public final class FakeGroup {

    private final People people;
    private final Chat chat;

    FakeGroup(People people, Chat chat) {
        this.people = people;
        this.chat = chat;
    }

    /** The group's identifier, a negative number. */
    public long id() {
        return chat.id();
    }

    public String title() {
        return chat.title();
    }

    /** {@code by} removes the bot: it may not write any more. */
    public void removesBot(FakeUser by) {
        String kind = chat.kind() == Chat.Kind.SUPERGROUP ? "supergroup" : "group";
        Access closed = new Access.Closed("bot was kicked from the " + kind + " chat");
        people.gestures().changeBotStatus(by.sender(), chat, closed, "member", "kicked");
    }

    /**
     * Becomes a supergroup. Calls to the old identifier are refused with the new one.
     *
     * @param newId the supergroup's identifier, by custom {@code -100} and more digits
     */
    public FakeGroup becomesSupergroup(FakeUser by, long newId) {
        return people.migrate(by, chat, newId);
    }

    Chat chat() {
        return chat;
    }
}
