package io.github.claudebridge.app;

import io.github.claudebridge.app.bot.ReloadCommand;
import io.github.claudebridge.app.bot.RunCommand;
import io.github.claudebridge.app.chat.ChatCommand;
import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.Failures;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.demo.DemoCommand;
import io.github.claudebridge.app.doctor.DoctorCommand;
import io.github.claudebridge.app.fake.FakeClaudeCommand;
import io.github.claudebridge.app.fake.FakeCommand;
import io.github.claudebridge.app.send.SendCommand;
import io.github.claudebridge.app.service.ServiceCommand;
import io.github.claudebridge.app.sessions.SessionsCommand;
import io.github.claudebridge.app.setup.InitCommand;
import io.github.claudebridge.app.setup.PairCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of claude-bridge. */
@Command(
        name = "claude-bridge",
        description = "Talk with Claude Code from Telegram as if it were a terminal in your pocket.",
        subcommands = {
            RunCommand.class,
            InitCommand.class,
            PairCommand.class,
            ChatCommand.class,
            SendCommand.class,
            ReloadCommand.class,
            DoctorCommand.class,
            ServiceCommand.class,
            DemoCommand.class,
            SessionsCommand.class,
            RenderCommand.class,
            FakeCommand.class,
            CompletionCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
public final class Main implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        if (FakeClaudeCommand.isMeantBy(words)) {
            FakeClaudeCommand.run(words);
        } else {
            System.exit(execute(arguments));
        }
    }

    private static int execute(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            LOG.error("claude-bridge: this was too much for it; please report it with these lines.", e);
            return ExitCode.INTERNAL.code();
        }
    }

    /** The command line, to be run in this process. */
    public static CommandLine commandLine() {
        IExecutionExceptionHandler oneLine = (exception, command, parsed) -> {
            StartException told = Failures.explain(exception);
            command.getErr().println("claude-bridge: " + told.getMessage());
            return told.exitCode().code();
        };
        return new CommandLine(new Main())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(oneLine);
    }

    /** Texts and JSON are UTF-8 whatever the locale: services often run in one that has only ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
