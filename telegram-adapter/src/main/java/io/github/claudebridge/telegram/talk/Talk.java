package io.github.claudebridge.telegram.talk;

import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.command.MessageRouter;
import io.github.claudebridge.telegram.conversation.Backlog;
import io.github.claudebridge.telegram.conversation.Chat;
import io.github.claudebridge.telegram.conversation.ChoiceHandler;
import io.github.claudebridge.telegram.conversation.Chosen;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.Downloads;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.Surroundings;
import io.github.claudebridge.telegram.conversation.files.FileIntake;
import io.github.claudebridge.telegram.conversation.present.Views;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.internal.Timers;
import io.github.claudebridge.telegram.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The conversations of a bot, with its commands, over one chat system. Thread-safe. */
public final class Talk implements AutoCloseable {

    private final ThreadTimers timers = new ThreadTimers("talk-timers");
    private final Conversations conversations;
    private final MessageRouter router;
    private final MessageHandler messages;

    /**
     * Ends what an earlier run left of Claude's processes, as {@link Conversations#Conversations(Surroundings)}; starts none.
     *
     * @param journal must outlive this
     * @param upSince since when the bot is up: what was written before is answered with a word about that
     */
    public Talk(
            SessionStore store,
            ClaudeCommand claude,
            Journal journal,
            Chat chat,
            Downloads downloads,
            Clock clock,
            Instant upSince) {
        Timers running = timers;
        conversations = new Conversations(new Surroundings(
                store,
                claude,
                journal,
                chat,
                new Views(chat, running, clock),
                new FileIntake(store, downloads),
                running,
                clock,
                List.of()));
        router = new MessageRouter(store, journal.activeSessions(), conversations, chat, clock, List.of(), List.of());
        messages = new Backlog(router, journal.prompts(), chat, upSince);
    }

    /** Takes what people write. */
    public MessageHandler messages() {
        return messages;
    }

    /** Takes what people choose. */
    public ChoiceHandler choices() {
        return this::chosen;
    }

    private CompletableFuture<Handled> chosen(Chosen chosen) {
        return router.asking(chosen.question())
                .map(command -> command.chosen(chosen))
                .orElseGet(() -> conversations.chosen(chosen));
    }

    /** Ends every process of Claude and returns when the last is gone. */
    @Override
    public void close() {
        conversations.close();
        timers.close();
    }
}
