package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.journal.Waits.Kind;
import io.github.claudebridge.telegram.redact.Redactor;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Everything that sends, put together.
 *
 * @param outbox stores messages and has them sent
 * @param desk asks questions
 * @param drafts shows answers while they are being written
 * @param sender does all of it
 * @param chat is the outside of it
 */
record Outgoings(Outbox outbox, QuestionDesk desk, Drafts drafts, Sender sender, Chat chat) {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoings.class);

    /**
     * Puts it together; nothing is sent yet.
     *
     * @param redactor masks secrets before a text is split
     * @param notes runs what waits for the disk, one after the other
     */
    static Outgoings over(
            Loop loop, TelegramConnection connection, Pace pace, Redactor redactor, Journal journal, Executor notes) {
        TelegramClient lasting = connection.sendingClient();
        TelegramClient fleeting = connection.cosmeticClient();
        ChatMoves moves = new ChatMoves();
        Sender sender = new Sender(loop, lane -> lane == Lane.COSMETIC ? fleeting : lasting, pace, moves);
        Outbox outbox = new Outbox(journal.outgoing(), sender, connection.uploads(), notes);
        QuestionDesk desk = new QuestionDesk(journal.questions(), outbox);
        Typing typing = new Typing(loop, sender, fleeting, moves);
        Drafts drafts = new Drafts(loop, sender, moves, redactor, new DraftNotes(journal.draftMessages(), notes));
        sender.listen(new SenderEvents() {
            @Override
            public void arrived(ChatId where) {
                typing.messageArrived(where);
                drafts.messageArrived(where);
            }

            @Override
            public void moved(long from, long to) {
                notes.execute(() -> note(() -> journal.chatMoved(from, to)));
            }

            @Override
            public void silenced(long chatId, Duration wait) {
                notes.execute(() -> note(() -> journal.waits().add(chatId, Kind.EVERYTHING, wait)));
            }
        });
        typing.listen((chatId, wait) ->
                notes.execute(() -> note(() -> journal.waits().add(chatId, Kind.TYPING, wait))));
        journal.waits().left(Kind.EVERYTHING).forEach(sender::keepSilence);
        journal.waits().left(Kind.TYPING).forEach(typing::keepSilence);
        return new Outgoings(
                outbox, desk, drafts, sender, new TelegramChat(outbox, desk, typing, drafts, sender, redactor));
    }

    /** Sends what an earlier run could not deliver, and takes away what it only showed for a while. */
    void resume() {
        outbox.resume();
        drafts.takeAwayWhatIsLeft();
    }

    private static void note(Runnable change) {
        try {
            change.run();
        } catch (JournalException e) {
            LOG.error("Something about a chat could not be noted: {}", e.getMessage());
        }
    }
}
