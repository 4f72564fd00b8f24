package io.github.claudebridge.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.claudebridge.telegram.testing.internal.chats.Access;
import io.github.claudebridge.telegram.testing.internal.chats.Chat;

/**
 * A person with a Telegram account, in the private chat with the bot. The chat has the person's identifier. Thread-safe.
 */
public final class FakeUser extends Speaker {

    FakeUser(People people, ObjectNode sender, Chat chat) {
        super(people, sender, chat, 0);
    }

    /** The person's identifier, which is also that of the private chat. */
    public long id() {
        return chatId();
    }

    public String firstName() {
        return chat().title();
    }

    /** The same person in a group. */
    public Speaker in(FakeGroup group) {
        return elsewhere(group.chat());
    }

    /** Blocks the bot: it may not write any more. */
    public void blocksBot() {
        change(new Access.Closed("bot was blocked by the user"), "member", "kicked");
    }

    /** Takes the block back. */
    public void unblocksBot() {
        change(new Access.Open(), "kicked", "member");
    }

    /** Deletes the account. The bot is not told. */
    public void deletesAccount() {
        people().close(chat(), "user is deactivated");
    }

    private void change(Access access, String oldStatus, String newStatus) {
        people().gestures().changeBotStatus(sender(), chat(), access, oldStatus, newStatus);
    }
}
