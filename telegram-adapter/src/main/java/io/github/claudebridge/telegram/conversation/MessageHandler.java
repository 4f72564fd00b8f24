package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/** Takes what people write. */
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
}
