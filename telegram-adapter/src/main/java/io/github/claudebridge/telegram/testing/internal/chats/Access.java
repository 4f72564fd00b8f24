package io.github.claudebridge.telegram.testing.internal.chats;

/** What the bot may do in a chat. */
public sealed interface Access {

    /** The bot has never met the chat. */
    record Unknown() implements Access {}

    /** The bot may write. */
    record Open() implements Access {}

    /**
     * The bot may not write any more.
     *
     * @param reason the server's words for it, after {@code Forbidden: }
     */
    record Closed(String reason) implements Access {}

    /**
     * The group has become a supergroup.
     *
     * @param newId the supergroup's identifier
     */
    record Migrated(long newId) implements Access {}
}
