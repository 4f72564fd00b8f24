package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The bot as a service. */
@Command(
        name = "service",
        description = "Run the bot as a systemd service of this user, which starts with the host and after failures.",
        subcommands = {
            ServiceInstallCommand.class,
            ServiceUninstallCommand.class,
            ServiceStatusCommand.class,
            ServiceLogsCommand.class
        },
        footer = {"", "Its log: journalctl --user -u claude-bridge -f"})
public final class ServiceCommand implements Runnable {

    @Mixin
    private final Output output = new Output();

    @Override
    public void run() {
        output.command().usage(output.out());
    }
}
