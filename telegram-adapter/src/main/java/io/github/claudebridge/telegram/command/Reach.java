package io.github.claudebridge.telegram.command;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.access.SessionAccess;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.journal.Decisions;
import io.github.claudebridge.telegram.journal.Journal;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * What commands can reach. Immutable.
 *
 * @param decisions remembers what a command found before it began
 * @param work takes what may last, and what waits for the disk for long
 */
public record Reach(
        SessionStore store,
        ChatSessions chats,
        Undecided undecided,
        Conversations conversations,
        Chat chat,
        Decisions decisions,
        Clock clock,
        Executor work) {

    /** Puts it together. */
    public static Reach of(
            SessionStore store, Journal journal, Conversations conversations, Chat chat, Clock clock, Executor work) {
        Undecided undecided = new Undecided(chat);
        return new Reach(
                store,
                new ChatSessions(store, journal.activeSessions(), conversations, undecided, new SessionAccess(store)),
                undecided,
                conversations,
                chat,
                journal.decisions(),
                clock,
                work);
    }

    /**
     * What held when a command was given first, before anything was done for it.
     *
     * @param test looked at unless the call has come before
     */
    boolean before(CommandCall call, BooleanSupplier test) {
        return Boolean.parseBoolean(decisions.once(call.key().value(), () -> Boolean.toString(test.getAsBoolean())));
    }
}
