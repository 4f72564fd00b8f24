package io.github.claudebridge.telegram.command;

import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.UserMessage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks at messages before they become commands or prompts. Thread-safe. */
@FunctionalInterface
public interface MessageFilter {

    /**
     * Takes a message, if it is for this filter.
     *
     * @return as for {@link io.github.claudebridge.telegram.conversation.MessageHandler#handle}; empty if it is for others
     */
    Optional<CompletableFuture<Handled>> take(UserMessage message, DeliveryKey key);
}
