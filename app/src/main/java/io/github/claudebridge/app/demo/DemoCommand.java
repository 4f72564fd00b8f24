package io.github.claudebridge.app.demo;

import io.github.claudebridge.app.bot.Bot;
import io.github.claudebridge.app.bot.ClaudeCheck;
import io.github.claudebridge.app.bot.Shutdown;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ShellWords;
import io.github.claudebridge.app.log.LogSettings;
import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.budget.BudgetSettings;
import io.github.claudebridge.telegram.conversation.ClaudeCommand;
import io.github.claudebridge.telegram.conversation.batch.BatchWindow;
import io.github.claudebridge.telegram.conversation.question.QuestionSettings;
import io.github.claudebridge.telegram.gateway.BotToken;
import io.github.claudebridge.telegram.gateway.TelegramSettings;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the bot without an account: the real one, with stand-ins for Telegram and Claude. */
@Command(
        name = "demo",
        description =
                "Try the bot without any account or network: a stand-in for Telegram in this terminal, one for Claude.",
        footer = {
            "",
            "The stand-in for Claude does what it is told: 'say hello' answers hello; other texts are echoed.",
            "Everything happens in a temporary folder that is removed at the end. With --claude-command it is the real"
                    + " Claude Code that works: it acts on this host and keeps its own files where it always does."
        })
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", paramLabel = "TEXT", description = "Send this text, print the bot's answer, and exit.")
    private @Nullable String once;

    @Option(
            names = "--claude-command",
            paramLabel = "COMMAND",
            description = "Use this Claude Code command, 'claude' for example, instead of the stand-in.")
    private @Nullable String claudeCommand;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException, IOException, InterruptedException {
        if (once != null && once.isBlank()) {
            throw output.wrong("--once needs a text.");
        }
        Shutdown shutdown = Shutdown.watch();
        try (DemoHome home = shutdown.hold(DemoHome::create);
                FakeTelegram telegram =
                        FakeTelegram.builder().token(secretToken()).start();
                Bot bot = shutdown.hold(() -> open(config(home.folder(), telegram)))) {
            DemoChat chat = new DemoChat(telegram, output.out());
            bot.start(chat::watching);
            if (once == null) {
                talk(chat);
                return 0;
            }
            chat.write(once);
            chat.awaitDone(1);
            return chat.hasFailed() ? 1 : 0;
        }
    }

    private static Bot open(Config config) throws StartException {
        return Bot.open(config, () -> config);
    }

    /** Nobody else on this host is to speak for the bot. */
    private static String secretToken() {
        byte[] random = new byte[26];
        new SecureRandom().nextBytes(random);
        return "4242424242:" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void talk(DemoChat chat) throws IOException, InterruptedException {
        PrintWriter out = output.out();
        out.println("Chat with the bot in your browser: " + chat.page());
        out.println("or right here: try 'say hello' or /help. Ctrl-D ends the demo.");
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int written = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                chat.write(line);
                written++;
            }
        }
        chat.awaitDone(written);
    }

    private Config config(Path home, FakeTelegram telegram) throws StartException {
        TelegramSettings settings = new TelegramSettings(BotToken.of(telegram.token()), telegram.apiRoot());
        return new Config(
                home,
                settings,
                Set.of(DemoChat.USER),
                claude(home),
                QuestionSettings.DEFAULT,
                BatchWindow.NONE,
                LogSettings.DEFAULT,
                Optional.empty(),
                BudgetSettings.NONE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    private ClaudeCommand claude(Path home) throws StartException {
        if (claudeCommand == null) {
            return new ClaudeCommand(
                    FakeClaude.command(),
                    Map.of("CLAUDE_CONFIG_DIR", home.resolve("claude").toString()));
        }
        try {
            ClaudeCommand real = new ClaudeCommand(ShellWords.split(claudeCommand), Map.of());
            ClaudeCheck.require(real);
            return real;
        } catch (ConfigException | IllegalArgumentException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }
}
