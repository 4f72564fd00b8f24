package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.bot.Bot;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigSource;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.app.control.ControlClient;
import io.github.claudebridge.telegram.access.Pairing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Shows a code and waits until somebody has sent it to the bot. */
final class PairingTalk {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final PrintWriter out;

    PairingTalk(PrintWriter out) {
        this.out = out;
    }

    /**
     * Pairs somebody. Where no bot runs with this home, one runs for as long as it takes.
     *
     * @throws StartException if nobody sent the code, or no bot can run
     */
    void pair(Path home) throws StartException {
        Optional<ControlClient> running = ControlClient.connect(home);
        if (running.isPresent()) {
            running.get().close();
            await(home);
            return;
        }
        ConfigSource source = () -> HomeOption.loader().load(new Overrides(home, null, null, null, null));
        try (Bot bot = Bot.open(load(source), source)) {
            bot.start(UnaryOperator.identity());
            await(home);
        }
    }

    private static Config load(ConfigSource source) throws StartException {
        try {
            return source.load();
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    private void await(Path home) throws StartException {
        Pairing pairing = new Pairing(home.resolve("state"), Clock.systemUTC());
        out.println("Send this to your bot in Telegram, in a private chat, within " + Pairing.LIFE.toMinutes()
                + " minutes: " + pairing.open());
        out.flush();
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch over = new CountDownLatch(1);
        try {
            ScheduledFuture<?> unused = looking.scheduleWithFixedDelay(
                    () -> {
                        if (!(pairing.status() instanceof Pairing.Status.Waiting)) {
                            over.countDown();
                        }
                    },
                    0,
                    GLANCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            over.await(Pairing.LIFE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            looking.shutdownNow();
        }
        if (pairing.status() instanceof Pairing.Status.Paired paired) {
            out.println("Paired with the Telegram user " + paired.userId() + ".");
        } else {
            throw new StartException(
                    ExitCode.BUSY,
                    "Nobody has sent the code, or it was tried too often. Try again: claude-bridge pair");
        }
    }
}
