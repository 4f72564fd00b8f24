package io.github.claudebridge.app;

import io.github.claudebridge.app.cli.Output;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the script that completes this program's command line. */
@Command(
        name = "completion",
        description = "Print a script that lets bash and zsh complete the commands and flags.",
        footer = {"", "For bash: source <(claude-bridge completion)"})
final class CompletionCommand implements Runnable {

    @Mixin
    private final Output output = new Output();

    @Override
    public void run() {
        CommandLine program = output.command().getCommandSpec().root().commandLine();
        program.getOut().print(AutoComplete.bash(program.getCommandName(), program));
        program.getOut().flush();
    }
}
