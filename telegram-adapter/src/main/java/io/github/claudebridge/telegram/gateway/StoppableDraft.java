package io.github.claudebridge.telegram.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/** A draft with Telegram's stop button, which the library does not know. */
final class StoppableDraft extends SendMessageDraft {

    StoppableDraft(long chatId, int draftId) {
        super(chatId, draftId);
    }

    @JsonProperty("can_stop")
    boolean isStoppable() {
        return true;
    }
}
