package io.github.claudebridge.telegram.conversation;

import io.github.claudebridge.process.transcript.PromptFate;
import io.github.claudebridge.telegram.conversation.words.Plain;
import io.github.claudebridge.telegram.conversation.words.TurnWords;
import io.github.claudebridge.telegram.journal.StoredPrompt;
import java.util.concurrent.CompletableFuture;

/** Says how background work ended whose process died before people had heard of it; Claude's own file of the session tells. */
record BackgroundEnd(Workplace at) {

    CompletableFuture<Void> tell(StoredPrompt noted, DeliveryKey key) {
        ChatId where = new ChatId(noted.chatId(), noted.topicId());
        PromptFate fate = SessionKeys.begun(key)
                .map(since -> at.witness().unaskedSince(noted, since))
                .orElseGet(PromptFate.Unseen::new);
        String heading = TurnWords.from(noted.session());
        if (fate instanceof PromptFate.Answered answered) {
            String headings =
                    "**" + Plain.text(heading) + "**\n\n**" + Plain.text(TurnWords.unasked(noted.text())) + "**";
            return at.chat().answer(where, key, Answer.of(headings + "\n\n" + Words.answer(answered.text(), false)));
        }
        return at.chat().notice(where, key, heading + "\n\n" + TurnWords.backgroundGone(noted.text()));
    }
}
