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
                new StopCommand(reach),
                OutputModeCommand.verbose(reach),
                OutputModeCommand.smart(reach),
                OutputModeCommand.normal(reach),
                new ModelCommand(reach));
    }
}
