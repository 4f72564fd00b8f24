package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigSource;
import io.github.claudebridge.app.control.ControlServer;
import io.github.claudebridge.app.home.HomeLock;
import io.github.claudebridge.app.home.OpenHome;
import io.github.claudebridge.app.log.LogSecrets;
import io.github.claudebridge.app.log.SecretValues;
import io.github.claudebridge.app.metrics.Meters;
import io.github.claudebridge.app.metrics.MetricsServer;
import io.github.claudebridge.app.metrics.Vitals;
import io.github.claudebridge.app.send.Mail;
import io.github.claudebridge.session.SessionException;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.gateway.GatewayFailure;
import io.github.claudebridge.telegram.gateway.TelegramGateway;
import io.github.claudebridge.telegram.journal.JournalException;
import io.github.claudebridge.telegram.talk.Talk;
import io.github.claudebridge.telegram.talk.TalkSettings;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules put together to a bot that runs. Thread-safe. */
public final class Bot implements Vitals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private final HomeLock lock;
    private final OpenHome home;
    private final TelegramGateway gateway;
    private final Talk talk;
    private final Live live;
    private final Meters meters = new Meters();
    private final CompletableFuture<GatewayFailure> failure = new CompletableFuture<>();
    private final Optional<ControlServer> control;
    private @Nullable MetricsServer metrics;
    private boolean closed;

    private Bot(Config config, ConfigSource source, HomeLock lock, OpenHome home) {
        this.lock = lock;
        this.home = home;
        LogSecrets.know(SecretValues.of(config.telegram().token(), config.claude(), System.getenv()));
        this.gateway = new TelegramGateway(config.telegram(), home.journal(), LogSecrets.redactor(), meters::call);
        this.talk = new Talk(
                home.store(),
                config.claude(),
                new TalkSettings(
                        config.questions(),
                        config.batching(),
                        config.allowedUsers(),
                        config.budgets(),
                        config.transcriber(),
                        config.commands()),
                home.journal(),
                gateway.chat(),
                gateway.downloads(),
                Clock.systemUTC(),
                upSince());
        talk.onTurn(meters::turn);
        this.live = new Live(config, source);
        Mail mail = new Mail(gateway.chat(), home.journal().outgoing());
        this.control = ControlServer.open(config.home(), new BotControl(home.store(), talk, mail, live));
    }

    /**
     * Opens the home.
     *
     * @param source tells the configuration when it is asked for again
     * @throws StartException if the home cannot be used
     */
    public static Bot open(Config config, ConfigSource source) throws StartException {
        HomeLock lock = HomeLock.take(config.home());
        try {
            return new Bot(config, source, lock, OpenHome.of(config.home()));
        } catch (UncheckedIOException | SessionException | JournalException e) {
            lock.close();
            throw new StartException(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
        } catch (StartException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Reads the configuration again and tells in the log what came of it.
     *
     * @throws StartException if it is wrong; the old one stays in force
     */
    void reload() throws StartException {
        live.reload().forEach(LOG::info);
    }

    /**
     * Starts to read messages and returns at once.
     *
     * @param around may watch the handler of messages at work
     * @throws StartException if Telegram does not know the token
     */
    public void start(UnaryOperator<MessageHandler> around) throws StartException {
        serveMetrics();
        Optional<GatewayFailure> refusal = gateway.check();
        if (refusal.isPresent()) {
            throw explain(refusal.get());
        }
        gateway.start(
                talk.admission(() -> live.config().allowedUsers()),
                around.apply(talk.messages()),
                talk.choices(),
                failure::complete);
    }

    private synchronized void serveMetrics() throws StartException {
        Optional<InetSocketAddress> address = live.config().metrics();
        if (address.isPresent()) {
            metrics = MetricsServer.start(address.get(), meters, this);
            LOG.info("Health and metrics are served at http:/{}.", metrics.address());
        }
    }

    @Override
    public boolean isReading() {
        return gateway.isReading();
    }

    @Override
    public int processes() {
        return talk.processes();
    }

    @Override
    public int unsent() {
        return home.journal().outgoing().open().size();
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
            Teardown.all(
                    () -> control.ifPresent(ControlServer::close),
                    this::endMetrics,
                    gateway::stopReading,
                    talk::close,
                    gateway::close,
                    home::close,
                    lock::close);
        }
    }

    private void endMetrics() {
        if (metrics != null) {
            metrics.close();
        }
    }
}
