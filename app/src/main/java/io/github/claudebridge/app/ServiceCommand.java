package io.github.claudebridge.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The bot as a service. */
@Command(
        name = "service",
        description = "Run the bot as a systemd service of this user, which starts with the host and after failures.",
        subcommands = {ServiceInstallCommand.class, ServiceUninstallCommand.class, ServiceStatusCommand.class},
        footer = {"", "Its log: journalctl --user -u claude-bridge -f"})
final class ServiceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
