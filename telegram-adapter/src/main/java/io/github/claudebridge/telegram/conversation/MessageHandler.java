package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/** Takes what people write. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes a message and returns at once; the messages of a session are handled in the order of the calls.
     *
     * @param message what was written
     * @param progress is told how far the message got
     * @return completes when nothing is left to do for the message; completes exceptionally if it should be looked at again after a
     *     restart
     */
    CompletableFuture<Handled> handle(UserMessage message, Progress progress);
}
