package io.github.claudebridge.app.setup;

import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.SampleConfig;
import io.github.claudebridge.app.config.ShellWords;
import io.github.claudebridge.app.doctor.Doctor;
import io.github.claudebridge.app.home.HomeLock;
import io.github.claudebridge.app.service.ServiceSetup;
import io.github.claudebridge.session.SessionStore;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets everything up. */
@Command(
        name = "init",
        description = "Set everything up: the bot's token, its owner, Claude Code, the configuration, the service.",
        footer = {
            "",
            "Asks for what it is not told. For scripts: claude-bridge init --yes --token-file FILE --user ID [--service]",
            "",
            "Exit codes: 0 done, 66 no such token file, 69 Telegram cannot be reached, 73 there is a configuration already or it"
                    + " cannot be written, 75 a bot runs with this home, 78 the token is wrong or was not given."
        })
public final class InitCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file that holds the bot's token; it stays there.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--user",
            paramLabel = "ID",
            split = ",",
            description = "The numeric Telegram id of somebody who is served; without it you are paired by a code.")
    private List<Long> users = List.of();

    @Option(names = "--claude-command", paramLabel = "COMMAND", description = "Command that starts Claude Code.")
    private String claudeCommand = "claude";

    @Option(names = "--api-root", paramLabel = "URL", description = "Bot API server.")
    private URI apiRoot = TelegramSettings.PUBLIC_API;

    @Option(names = "--service", description = "Set up the systemd service, too.")
    private boolean service;

    @Option(names = "--yes", description = "Ask nothing.")
    private boolean yes;

    @Option(names = "--force", description = "Replace a configuration that is there.")
    private boolean force;

    @Override
    public Integer call() throws StartException {
        Path folder = home.folderToFill();
        Path file = folder.resolve("config.toml");
        if (!force) {
            NewConfig.mustNotExist(file);
        }
        if (users.stream().anyMatch(id -> id <= 0)) {
            throw output.wrong("--user is the number of a person, which is more than 0; @userinfobot tells yours.");
        }
        Questions questions = yes ? Questions.none() : Questions.atTerminal();
        BotToken token = new TokenInput(questions, apiRoot, output.out()).get(tokenFile);
        List<String> claude = claude();
        write(
                folder,
                file,
                new SampleConfig(
                        tokenFile == null ? token.value() : null,
                        tokenFile == null ? null : tokenFile.toAbsolutePath(),
                        apiRoot,
                        users,
                        claude));
        output.out().println("Written: " + file);
        return goOn(folder, questions);
    }

    /** The command, with what is known about it. */
    private List<String> claude() throws StartException {
        try {
            List<String> words = ShellWords.split(claudeCommand);
            Doctor.claude(new ClaudeCommand(words, Map.of())).forEach(finding -> {
                output.out().println(finding.subject() + ": " + finding.text());
                if (!finding.nextStep().isEmpty()) {
                    output.out().println("  -> " + finding.nextStep());
                }
            });
            return words;
        } catch (ConfigException | IllegalArgumentException e) {
            throw output.wrong("--claude-command: " + e.getMessage());
        }
    }

    @SuppressWarnings("try") // the lock is held, not used
    private static void write(Path folder, Path file, SampleConfig config) throws StartException {
        try (HomeLock lock = HomeLock.take(folder)) {
            SessionStore.open(folder);
            NewConfig.write(file, config.text());
        }
    }

    private int goOn(Path folder, Questions questions) throws StartException {
        if (users.isEmpty() && questions.canAsk() && questions.agree("Pair your Telegram account with the bot now?")) {
            new PairingTalk(output.out()).pair(folder);
        } else if (users.isEmpty()) {
            output.out().println("Nobody is served yet. Pair yourself with: claude-bridge pair");
        }
        if (service || (questions.canAsk() && questions.agree("Let systemd run the bot, now and after a restart?"))) {
            output.out().println(new ServiceSetup(folder).install());
        } else {
            output.out().println("Start the bot with: claude-bridge run");
        }
        return 0;
    }
}
