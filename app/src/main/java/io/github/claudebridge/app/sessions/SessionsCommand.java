package io.github.claudebridge.app.sessions;

import io.github.claudebridge.app.cli.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
public final class SessionsCommand implements Runnable {

    @Mixin
    private final Output output = new Output();

    @Override
    public void run() {
        throw output.wrong("Which of them? For example: claude-bridge sessions list");
    }
}
