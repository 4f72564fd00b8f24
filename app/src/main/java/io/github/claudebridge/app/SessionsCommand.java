package io.github.claudebridge.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with sessions from a terminal or a script. */
@Command(
        name = "sessions",
        description = "List, make, archive, restore, delete, export and search sessions.",
        subcommands = {
            SessionsListCommand.class,
            SessionsShowCommand.class,
            SessionsNewCommand.class,
            SessionsArchiveCommand.class,
            SessionsArchivesCommand.class,
            SessionsRestoreCommand.class,
            SessionsDeleteCommand.class,
            SessionsExportCommand.class,
            SessionsSearchCommand.class
        },
        footer = {
            "",
            "Reading works at any time. While a bot runs with the same home, archive and delete are refused; use"
                    + " the chat, or stop the bot."
        })
final class SessionsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of them? For example: claude-bridge sessions list");
    }
}
