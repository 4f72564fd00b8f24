package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.ChatId;
import java.util.Optional;

/** Takes a message away that an earlier run showed for a draft. Where that is too late for Telegram it stays. */
record LeftDraft(ChatId chat, long messageId, DraftNotes notes) implements Errand {

    @Override
    public Lane lane() {
        return Lane.COSMETIC;
    }

    @Override
    public Optional<Call> call() {
        return Optional.of((client, where) -> client.executeAsync(Wire.delete(where, messageId)));
    }

    @Override
    public void done(Object result) {
        notes.gone(chat.value(), messageId);
    }

    @Override
    public boolean refused(String reason) {
        notes.gone(chat.value(), messageId);
        return false;
    }

    @Override
    public void impossible(String reason) {
        notes.gone(chat.value(), messageId);
    }
}
