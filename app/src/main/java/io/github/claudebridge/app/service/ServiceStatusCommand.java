package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the service is. */
@Command(
        name = "status",
        description = "Show how the service is, with the last lines of its log.",
        footer = {"", "Exit codes: 0 it runs, 1 there is none, 3 it does not run, 69 there is no systemd."})
final class ServiceStatusCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        return ServiceAccess.use(service -> {
            if (!service.isInstalled()) {
                output.out().println("There is no service. Set it up with: claude-bridge service install");
                return 1;
            }
            Systemctl.Reply reply = service.status();
            output.out().println(reply.text());
            return reply.code();
        });
    }
}
