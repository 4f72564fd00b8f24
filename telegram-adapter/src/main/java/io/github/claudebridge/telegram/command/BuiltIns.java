package io.github.claudebridge.telegram.command;

import java.util.List;

/** The commands that every bot has, in the order in which they are shown. */
final class BuiltIns {

    private BuiltIns() {}

    static List<Command> of(Reach reach) {
        return List.of(
                new NewCommand(reach),
                new SessionCommand(reach),
                new SessionsCommand(reach),
                new RenameCommand(reach),
                new ArchiveCommand(reach),
                new ArchivesCommand(reach),
                new RestoreCommand(reach),
                new DeleteCommand(reach),
                ShareCommand.share(reach),
                ShareCommand.unshare(reach),
                new StopCommand(reach),
                new StatusCommand(reach),
                new ModelCommand(reach),
                new PersonaCommand(reach),
                new TimeoutCommand(reach),
                OutputModeCommand.verbose(reach),
                OutputModeCommand.smart(reach),
                OutputModeCommand.normal(reach),
                new ContextCommand(reach),
                new CompactCommand(reach),
                new ClearCommand(reach),
                new ExportCommand(reach),
                new SearchCommand(reach),
                new UsageCommand(reach),
                new PingCommand(reach));
    }
}
