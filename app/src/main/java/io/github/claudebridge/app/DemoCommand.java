package io.github.claudebridge.app;

import ch.qos.logback.classic.Level;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ShellWords;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.conversation.Claude;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the bot without an account: the real one, with stand-ins for Telegram and Claude. */
@Command(
        name = "demo",
        description =
                "Try the bot without any account or network: a stand-in for Telegram in this terminal, one for Claude.",
        footer = {
            "",
            "The stand-in for Claude does what it is told: 'say hello' answers hello; other texts are echoed.",
            "Everything happens in a temporary folder that is removed at the end."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", paramLabel = "TEXT", description = "Send this text, print the bot's answer, and exit.")
    private @Nullable String once;

    @Option(
            names = "--claude-command",
            paramLabel = "COMMAND",
            description = "Use this Claude Code command, 'claude' for example, instead of the stand-in.")
    private @Nullable String claudeCommand;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, IOException, InterruptedException {
        quiet();
        Path home = Files.createTempDirectory("claude-bridge-demo");
        try (FakeTelegram telegram = FakeTelegram.start();
                Bot bot = Bot.open(config(home, telegram))) {
            DemoUser user = new DemoUser(telegram);
            bot.start(user::watching);
            if (once != null) {
                print(user.ask(once));
            } else {
                talk(user);
            }
            return 0;
        } finally {
            FileUtils.deleteDirectory(home.toFile());
        }
    }

    /** The terminal is the chat here. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private void talk(DemoUser user) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("You are in a chat with the bot. Try 'say hello' or /help; an empty line or Ctrl-D ends the demo.");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        while (true) {
            out.print("\n> ");
            out.flush();
            String line = in.readLine();
            if (line == null || line.isBlank()) {
                return;
            }
            print(user.ask(line));
        }
    }

    private void print(Iterable<String> messages) {
        messages.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }

    private Config config(Path home, FakeTelegram telegram) throws StartException {
        TelegramSettings settings = new TelegramSettings(BotToken.of(telegram.token()), telegram.apiRoot());
        return new Config(home, settings, Set.of(DemoUser.ID), claude(home));
    }

    private Claude claude(Path home) throws StartException {
        if (claudeCommand == null) {
            return new Claude(
                    FakeClaude.command(),
                    Map.of("CLAUDE_CONFIG_DIR", home.resolve("claude").toString()));
        }
        try {
            Claude real = new Claude(ShellWords.split(claudeCommand), Map.of());
            ClaudeCheck.require(real.command());
            return real;
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }
}
