package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/** Takes what people write. The calls come one after the other, in the order in which people did what they tell of. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes a message and returns at once; the messages of a session are handled in the order of the calls.
     *
     * @param message what was written
     * @param key names the message: after a restart the same message may come again under the same key, and what is said because of it
     *     is said once
     * @return completes when nothing is left to do for the message; completes exceptionally if it should come again after a restart
     */
    CompletableFuture<Handled> handle(UserMessage message, DeliveryKey key);

    /**
     * Takes the new form of a message and returns at once. It comes also when nothing has changed that can be seen, and for messages
     * that were never handled. By default nothing is done.
     *
     * @param message the whole message as it is now, with its chat and number as before; of an album, one part
     * @param key names the change, not the message; otherwise as for {@link #handle}
     * @return as for {@link #handle}
     */
    default CompletableFuture<Handled> edited(UserMessage message, DeliveryKey key) {
        return CompletableFuture.completedFuture(Handled.DONE);
    }

    /**
     * Takes the wish to end what the chat's open {@link Draft} shows, and returns at once. By default nothing is done.
     *
     * @param chat where the draft was opened
     * @param userId the number of the person who pressed the button
     * @param key names the press; otherwise as for {@link #handle}
     * @return as for {@link #handle}
     */
    default CompletableFuture<Handled> stopped(ChatId chat, long userId, DeliveryKey key) {
        return CompletableFuture.completedFuture(Handled.DONE);
    }
}
