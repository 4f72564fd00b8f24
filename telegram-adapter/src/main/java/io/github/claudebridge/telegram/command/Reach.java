package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.SessionKeeper;
import io.github.claudebridge.telegram.journal.Decisions;
import io.github.claudebridge.telegram.journal.Journal;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What commands can reach. Immutable.
 *
 * @param access tells whose sessions are whose
 * @param decisions remembers what a command found before it began
 * @param keeper takes sessions out of use
 * @param programs what runs for people in the chats
 * @param work takes what may last, and what waits for the disk for long
 */
public record Reach(
        SessionStore store,
        SessionAccess access,
        ChatSessions chats,
        Undecided undecided,
        Conversations conversations,
        Chat chat,
        Decisions decisions,
        SessionKeeper keeper,
        RunningPrograms programs,
        BotFacts bot,
        Clock clock,
        Executor work) {

    /** Puts it together. */
    public static Reach of(
            SessionStore store,
            ClaudeCommand claude,
            Journal journal,
            Conversations conversations,
            Chat chat,
            BotFacts bot,
            Clock clock,
            Executor work) {
        Undecided undecided = new Undecided(chat);
        SessionAccess access = new SessionAccess(store);
        return new Reach(
                store,
                access,
                new ChatSessions(store, journal.activeSessions(), conversations, undecided, access),
                undecided,
                conversations,
                chat,
                journal.decisions(),
                new SessionKeeper(store, conversations, journal.activeSessions(), access, claude),
                new RunningPrograms(),
                bot,
                clock,
                work);
    }

    /**
     * What held when something was asked for first, before anything was done for it.
     *
     * @param key names what was asked for
     * @param test looked at unless it was asked for before
     */
    boolean before(DeliveryKey key, BooleanSupplier test) {
        return Boolean.parseBoolean(decisions.once(key.value(), () -> Boolean.toString(test.getAsBoolean())));
    }

    /** Whether Claude knows nothing of a session yet; that an answer was given is noted only after it, but its process lives till then. */
    boolean isNew(SessionName session) {
        return conversations.live(session).isEmpty()
                && !store.get(session).metadata().hasHistory();
    }

    /** Does what may last, and then tells what comes of it. */
    Reply working(Supplier<Reply> task) {
        return Reply.soon(CompletableFuture.supplyAsync(task, work));
    }
}
