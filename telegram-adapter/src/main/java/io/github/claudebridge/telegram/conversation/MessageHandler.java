package io.github.claudebridge.telegram.conversation;

import java.util.concurrent.CompletableFuture;

/** Takes what people write. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes a message and returns at once; messages are handled in the order of the calls.
     *
     * @param message what was written
     * @param started called right before something is done that should not be done twice without asking
     * @return completes when nothing is left to do for the message; completes exceptionally if it should be handled again after
     *     a restart
     */
    CompletableFuture<Void> handle(UserMessage message, Runnable started);
}
