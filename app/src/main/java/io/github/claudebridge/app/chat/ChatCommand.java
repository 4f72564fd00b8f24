package io.github.claudebridge.app.chat;

import io.github.claudebridge.app.bot.ClaudeCheck;
import io.github.claudebridge.app.bot.Shutdown;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.SessionNameConverter;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.cli.Terminal;
import io.github.claudebridge.app.config.LocalConfig;
import io.github.claudebridge.app.log.LogSecrets;
import io.github.claudebridge.app.log.SecretValues;
import io.github.claudebridge.session.SessionName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jline.reader.LineReader;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talks with Claude in this terminal. */
@Command(
        name = "chat",
        description =
                "Talk with a session in this terminal, without Telegram: the same conversation, the same commands.",
        footer = {
            "",
            "A number answers the question that was asked last. Ctrl-C stops what Claude does, Ctrl-D ends. Lines from"
                    + " a pipe are taken one after the other: echo 'What is in this folder?' | claude-bridge chat",
            "",
            "Exit codes: 0 done, 1 something that was written could not be done, 69 Claude Code is missing, 75 the bot"
                    + " has the session open (see --take-over)."
        })
public final class ChatCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--session",
            paramLabel = "NAME",
            defaultValue = "default",
            converter = SessionNameConverter.class,
            description = "The session; it is made if it is not there (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private SessionName session;

    @Option(names = "--take-over", description = "Suspend the session first where the bot has it open.")
    private boolean takeOver;

    @Override
    public Integer call() throws StartException, IOException, InterruptedException {
        LocalConfig config = home.config();
        ClaudeCheck.require(config.claude());
        LogSecrets.know(SecretValues.of(config.claude(), System.getenv()));
        SessionDesk.open(config, session, takeOver, output);
        Shutdown shutdown = Shutdown.watch();
        OpenChoices choices = new OpenChoices();
        if (Terminal.get().isEmpty()) {
            TerminalChat chat = new TerminalChat(new PlainScreen(output.out()), choices);
            try (LocalTalk local = shutdown.hold(() -> LocalTalk.open(config, session, chat, choices));
                    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                new PipedInput(in, local.talk(), choices).run();
                return local.talk().hasFailed() ? 1 : 0;
            }
        }
        try (org.jline.terminal.Terminal terminal =
                TerminalBuilder.builder().dumb(true).build()) {
            LineReader reader = LineEditor.on(terminal, config.home());
            TerminalChat chat = new TerminalChat(new LineScreen(reader), choices);
            try (LocalTalk local = shutdown.hold(() -> LocalTalk.open(config, session, chat, choices))) {
                output.out().println("Session " + session.value() + ". /help lists the commands; Ctrl-D ends.");
                new LineInput(reader, local.talk()).run();
            }
        }
        return 0;
    }
}
