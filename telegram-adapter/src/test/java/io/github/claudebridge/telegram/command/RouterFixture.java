package io.github.claudebridge.telegram.command;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.PromptFiles;
import io.github.claudebridge.telegram.conversation.RecordingChat;
import io.github.claudebridge.telegram.conversation.Surroundings;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.batch.Batches;
import io.github.claudebridge.telegram.conversation.present.Views;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.internal.WorkThreads;
import io.github.claudebridge.telegram.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A router over a real store and journal, with the fake CLI as Claude and a chat in memory. */
final class RouterFixture implements AutoCloseable {

    static final ChatId CHAT = new ChatId(7);

    final RecordingChat chat = new RecordingChat();
    final SessionStore store;
    final Journal journal;
    final Conversations conversations;
    final MessageRouter router;
    private final WorkThreads work = new WorkThreads("test-work");
    private final ThreadTimers timers = new ThreadTimers("test-timers");

    RouterFixture(Path folder) {
        this(folder, FakeClaude.command());
    }

    RouterFixture(Path folder, List<String> command) {
        Clock clock = Clock.systemUTC();
        store = SessionStore.open(folder.resolve("home"));
        journal = Journal.open(folder.resolve("journal.db"), clock);
        ClaudeCommand claude = new ClaudeCommand(
                command, Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
        conversations = new Conversations(new Surroundings(
                store,
                claude,
                journal,
                chat,
                new Views(chat, timers, clock),
                (session, files) -> new PromptFiles.Fetched("", List.of()),
                timers,
                clock,
                List.of(),
                List.of()));
        Reach reach = Reach.of(
                store,
                claude,
                journal,
                conversations,
                chat,
                new BotFacts("test", clock.instant(), Set.of()),
                clock,
                work);
        router = new MessageRouter(
                reach,
                new Commands(reach, List.of()),
                List.of(),
                new Batches(BatchWindow.NONE, timers, clock, conversations::prompt));
    }

    CompletableFuture<Handled> write(ChatId where, String text) {
        return router.handle(new UserMessage(where, text, Instant.now()), DeliveryKey.random());
    }

    /** Writes in the chat and waits for the end; the last that was said. */
    RecordingChat.Said ask(String text) throws Exception {
        write(CHAT, text).get(60, TimeUnit.SECONDS);
        return chat.said().get(chat.said().size() - 1);
    }

    @Override
    public void close() {
        work.close();
        conversations.close();
        timers.close();
        journal.close();
    }
}
