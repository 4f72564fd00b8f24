package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.SessionName;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.session.persona.PersonaLibrary;
import io.github.claudebridge.telegram.command.BotFacts;
import io.github.claudebridge.telegram.command.Commands;
import io.github.claudebridge.telegram.command.MessageRouter;
import io.github.claudebridge.telegram.command.Reach;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.Conversations;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.PromptFiles;
import io.github.claudebridge.telegram.conversation.Surroundings;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.batch.Batches;
import io.github.claudebridge.telegram.conversation.present.Views;
import io.github.claudebridge.telegram.internal.ThreadTimers;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.redact.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A whole bot whose Claude runs in memory, and which is handed its updates. */
final class BenchBot implements AutoCloseable {

    private static final PromptFiles NO_FILES = (session, files) -> new PromptFiles.Fetched("", List.of());

    final Marks prompts = new Marks();
    final Marks results = new Marks();
    /** The chats whose messages were brought to their ends. */
    final BlockingQueue<Long> handled = new LinkedBlockingQueue<>();

    private final ThreadTimers timers = new ThreadTimers("bench-timers");
    private final SessionStore store;
    private final Journal journal;
    private final TelegramGateway gateway;
    private final Conversations conversations;
    private final UpdateIntake intake;
    private long number;

    /**
     * @param users who may write
     */
    BenchBot(Path folder, BenchServer server, Set<Long> users) {
        Clock clock = Clock.systemUTC();
        store = SessionStore.open(folder.resolve("home"));
        journal = Journal.open(folder.resolve("journal.db"), clock);
        gateway = new TelegramGateway(server.settings(), journal, Redactor.of(List.of(BenchServer.TOKEN)));
        ClaudeCommand claude = new ClaudeCommand(
                List.of(script(folder).toString()),
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()),
                new BenchTransport(FakeClaude.setup().inMemory(), prompts, results));
        conversations = new Conversations(new Surroundings(
                store,
                claude,
                journal,
                gateway.chat(),
                new Views(gateway.chat(), timers, clock),
                NO_FILES,
                timers,
                clock,
                List.of(),
                List.of()));
        Reach reach = Reach.of(
                store,
                claude,
                journal,
                conversations,
                gateway.chat(),
                new BotFacts("", clock.instant(), Set.of()),
                clock,
                Runnable::run);
        MessageRouter router = new MessageRouter(
                reach,
                new Commands(reach, List.of()),
                List.of(),
                new Batches(BatchWindow.NONE, timers, clock, conversations::prompt));
        intake = gateway.intake(
                users::contains, noting(router), chosen -> CompletableFuture.completedFuture(Handled.DONE));
        users.forEach(this::welcome);
    }

    /** What stands in for the CLI as a process is asked for its version; in memory it takes only arguments of the CLI. */
    private static Path script(Path folder) {
        try {
            Path script = Files.writeString(
                    folder.resolve("claude-cli"),
                    "#!/bin/sh\nexec '" + String.join("' '", FakeClaude.command()) + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessageHandler noting(MessageHandler handler) {
        return (message, key) -> handler.handle(message, key)
                .whenComplete((outcome, failure) -> handled.add(message.chat().value()));
    }

    /** Everybody has a session of their own. */
    private void welcome(long user) {
        SessionName name = SessionName.of("session" + user);
        store.create(name, PersonaLibrary.DEFAULT);
        journal.activeSessions().activate(user, 0, name.value());
    }

    /** Hands an update over, as the poll does; returns when it is stored. */
    void receive(long user, String text) {
        long id = ++number;
        String update = """
                {"update_id":%d,"message":{"message_id":%d,"date":%d,"from":{"id":%d},"chat":{"id":%d,"type":"private"},"text":"%s"}}""".formatted(id, id, System.currentTimeMillis() / 1_000, user, user, text);
        intake.receive(Map.of(id, update));
    }

    @Override
    public void close() {
        intake.close();
        conversations.close();
        gateway.close();
        journal.close();
        timers.close();
    }
}
