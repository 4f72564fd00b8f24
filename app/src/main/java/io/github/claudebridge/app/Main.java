package io.github.claudebridge.app;

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
        subcommands = {RunCommand.class, DemoCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        IExecutionExceptionHandler oneLine = (exception, command, parsed) -> {
            if (exception instanceof StartException start) {
                command.getErr().println("claude-bridge: " + start.getMessage());
                return start.exitCode().code();
            }
            throw exception;
        };
        return new CommandLine(new Main()).setExecutionExceptionHandler(oneLine);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
