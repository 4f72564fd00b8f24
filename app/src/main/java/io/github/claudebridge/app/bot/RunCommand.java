package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.app.service.Watchdog;
import io.github.claudebridge.telegram.access.PairedUsers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot until it is stopped. */
@Command(
        name = "run",
        description = "Run the bot until it is stopped (SIGTERM or Ctrl-C).",
        footer = {
            "",
            "Flags override environment variables, which override config.toml in the home folder.",
            "",
            "The token is never a flag, because every user of the host can read command lines. It comes from"
                    + " --token-file, CLAUDE_BRIDGE_TELEGRAM_TOKEN, CLAUDE_BRIDGE_TELEGRAM_TOKEN_FILE, the systemd"
                    + " credential telegram-token, telegram.token or telegram.token_file: the first of these that is set.",
            "",
            "Exit codes: 2 wrong command line, 69 Claude Code is missing, 70 a defect, 73 a folder cannot be"
                    + " written, 75 another bot is at work, 78 wrong configuration, 143 stopped by SIGTERM."
        })
public final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the bot token (CLAUDE_BRIDGE_TELEGRAM_TOKEN_FILE).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--api-root",
            paramLabel = "URL",
            description = "Bot API server (CLAUDE_BRIDGE_TELEGRAM_API_ROOT; default: https://api.telegram.org).")
    private @Nullable String apiRoot;

    @Option(
            names = "--allowed-users",
            paramLabel = "ID,...",
            description = "Numeric Telegram ids of those who are served (CLAUDE_BRIDGE_ALLOWED_USERS).")
    private @Nullable String allowedUsers;

    @Option(
            names = "--claude-command",
            paramLabel = "COMMAND",
            description = "Command that starts Claude Code (CLAUDE_BRIDGE_CLAUDE_COMMAND; default: claude).")
    private @Nullable String claudeCommand;

    @Override
    public Integer call() throws StartException, IOException {
        Config config = config();
        config.log().apply();
        config.warnings().forEach(LOG::warn);
        ClaudeCheck.require(config.claude());
        Shutdown shutdown = Shutdown.watch();
        shutdown.hold(() -> () -> LOG.info("Stopped."));
        Bot bot = shutdown.hold(() -> Bot.open(config, this::load));
        LOG.info(
                "Starting with {}. Allowed users: {}.",
                config.home(),
                config.allowedUsers().size());
        if (config.allowedUsers().isEmpty()
                && new PairedUsers(config.home().resolve("state")).ids().isEmpty()) {
            LOG.warn("Nobody is served yet. Pair yourself with: claude-bridge pair");
        }
        bot.start(UnaryOperator.identity());
        Object unused = Signals.register("HUP", () -> reload(bot));
        shutdown.hold(() -> Watchdog.ready(System.getenv(), bot::isReading));
        throw bot.awaitEnd();
    }

    private static void reload(Bot bot) {
        try {
            bot.reload();
        } catch (StartException e) {
            LOG.error(e.getMessage());
        }
    }

    private Config config() throws StartException {
        try {
            return load();
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    private Config load() throws ConfigException {
        return HomeOption.loader().load(new Overrides(home.folder(), tokenFile, apiRoot, allowedUsers, claudeCommand));
    }
}
