package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.gateway.GatewayFailure;
import io.github.claudebridge.telegram.gateway.TelegramGateway;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.talk.Talk;
import io.github.claudebridge.telegram.talk.TalkSettings;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The modules put together to a bot that runs. */
public final class Bot implements AutoCloseable {

    private final HomeLock lock;
    private final Journal journal;
    private final TelegramGateway gateway;
    private final Talk talk;
    private final Config config;
    private final CompletableFuture<GatewayFailure> failure = new CompletableFuture<>();
    private boolean closed;

    private Bot(Config config, HomeLock lock, SessionStore store, Journal journal) {
        Clock clock = Clock.systemUTC();
        this.config = config;
        this.lock = lock;
        this.journal = journal;
        LogSecrets.know(SecretValues.of(config.telegram().token(), config.claude(), System.getenv()));
        this.gateway = new TelegramGateway(config.telegram(), journal, LogSecrets.redactor());
        this.talk = new Talk(
                store,
                config.claude(),
                new TalkSettings(config.questions(), config.batching(), Set.of()),
                journal,
                gateway.chat(),
                gateway.downloads(),
                clock,
                upSince());
    }

    /**
     * Opens the home.
     *
     * @throws StartException if the home cannot be used
     */
    public static Bot open(Config config) throws StartException {
        HomeLock lock = HomeLock.take(config.home());
        // SQLite's native library is unpacked there, not where it stays behind or must not be executed.
        System.setProperty("org.sqlite.tmpdir", config.home().resolve("state").toString());
        try {
            SessionStore store = SessionStore.open(config.home());
            Journal journal = Journal.open(config.home().resolve("state").resolve("journal.db"), Clock.systemUTC());
            return new Bot(config, lock, store, journal);
        } catch (JournalException | SessionException | UncheckedIOException e) {
            lock.close();
            throw new StartException(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            lock.close();
            throw new StartException(
                    ExitCode.CANNOT_WRITE,
                    "SQLite cannot be used from " + config.home().resolve("state")
                            + ". If programs must not be executed there, choose another folder with --home.");
        }
    }

    /**
     * Starts to read messages and returns at once.
     *
     * @param around may watch the handler of messages at work
     * @throws StartException if Telegram does not know the token
     */
    public void start(UnaryOperator<MessageHandler> around) throws StartException {
        Optional<GatewayFailure> refusal = gateway.check();
        if (refusal.isPresent()) {
            throw explain(refusal.get());
        }
        gateway.start(
                talk.admission(config::allowedUsers), around.apply(talk.messages()), talk.choices(), failure::complete);
    }

    /** When this program was started: what was written while it got ready is no backlog. */
    private static Instant upSince() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /** Waits until the bot cannot go on, and tells why. */
    StartException awaitEnd() {
        return explain(failure.join());
    }

    private static StartException explain(GatewayFailure failure) {
        return switch (failure) {
            case WRONG_TOKEN ->
                new StartException(
                        ExitCode.CONFIGURATION,
                        "Telegram does not accept the bot token. Copy it again from @BotFather (/mybots, API Token).");
        };
    }

    /**
     * Stops reading, ends every Claude process, delivers what is on its way, and lets go of the home. What fails on the way is
     * logged and does not keep the rest from being done. Closing again does nothing, but waits until it is closed.
     */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Teardown.all(gateway::stopReading, talk::close, gateway::close, journal::close, lock::close);
        }
    }
}
