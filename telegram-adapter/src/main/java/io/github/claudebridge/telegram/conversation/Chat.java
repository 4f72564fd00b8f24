package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/**
 * Where people write and read: the outside that a conversation talks to. Implementations are thread-safe, return at once, and
 * deliver the texts of one chat in the order of the calls.
 */
public interface Chat {

    /**
     * Sends Claude's answer. The phone rings.
     *
     * @param markdown the answer as Claude wrote it, of any length
     * @return completes when the answer is delivered, or can never be because the chat is closed to us; completes exceptionally
     *     if this chat was closed before
     */
    CompletableFuture<Void> answer(ChatId chat, String markdown);

    /**
     * Says something in the bot's own words, silently.
     *
     * @param text plain text
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> notice(ChatId chat, String text);

    /**
     * Reports that something went wrong, in the bot's own words. The phone rings.
     *
     * @param text plain text
     * @return as for {@link #answer}
     */
    CompletableFuture<Void> failure(ChatId chat, String text);

    /** Shows that work goes on, until the returned activity is closed. */
    Activity working(ChatId chat);

    /** A sign of work that is shown until it is closed; closing it again does nothing. */
    interface Activity extends AutoCloseable {
        @Override
        void close();
    }
}
