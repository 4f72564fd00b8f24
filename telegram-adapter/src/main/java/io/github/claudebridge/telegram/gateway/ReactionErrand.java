package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Reaction;
import java.util.Optional;

/** Shows a reaction at a message. */
record ReactionErrand(ChatId chat, long messageId, Reaction reaction) implements Errand {

    @Override
    public Lane lane() {
        return Lane.COSMETIC;
    }

    /** Telegram counts reactions apart from messages. */
    @Override
    public double cost() {
        return 0;
    }

    @Override
    public Optional<Call> call() {
        return Optional.of((client, where) -> client.executeAsync(Wire.react(where, messageId, emoji())));
    }

    /** Bots may use some emoji only; a check mark or an hourglass is not among them. */
    private String emoji() {
        return switch (reaction) {
            case NONE -> "";
            case SEEN -> "👀";
            case QUEUED -> "✍";
            case WORKING -> "⚡";
            case DONE -> "👍";
            case FAILED -> "😢";
        };
    }

    @Override
    public void done(Object result) {}

    @Override
    public boolean refused(String reason) {
        return false;
    }

    @Override
    public void impossible(String reason) {}
}
