package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.journal.DraftMessages;
import io.github.claudebridge.telegram.journal.JournalException;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the messages that stand for drafts, so that none of them stays in a chat when the bot is killed. Thread-safe; what cannot
 * be noted is only logged.
 */
final class DraftNotes {

    private static final Logger LOG = LoggerFactory.getLogger(DraftNotes.class);

    private final DraftMessages messages;
    private final Executor notes;

    /**
     * @param notes runs what waits for the disk, one after the other
     */
    DraftNotes(DraftMessages messages, Executor notes) {
        this.messages = messages;
        this.notes = notes;
    }

    /** What an earlier run left. */
    List<DraftMessages.Left> left() {
        try {
            return messages.left();
        } catch (JournalException e) {
            LOG.error("It cannot be told what an earlier run left in the chats: {}", e.getMessage());
            return List.of();
        }
    }

    void shown(long chatId, long messageId) {
        notes.execute(() -> note(() -> messages.add(chatId, messageId)));
    }

    void gone(long chatId, long messageId) {
        notes.execute(() -> note(() -> messages.remove(chatId, messageId)));
    }

    private static void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("A message that shows what goes on could not be noted: {}", e.getMessage());
        }
    }
}
