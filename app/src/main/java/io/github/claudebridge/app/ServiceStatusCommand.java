package io.github.claudebridge.app;

import io.github.claudebridge.app.service.Systemctl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how the service is. */
@Command(
        name = "status",
        description = "Show how the service is, with the last lines of its log.",
        footer = {"", "Exit codes: 0 it runs, 1 there is none, 3 it does not run, 69 there is no systemd."})
final class ServiceStatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        return ServiceAccess.use(service -> {
            if (!service.isInstalled()) {
                spec.commandLine()
                        .getOut()
                        .println("There is no service. Set it up with: claude-bridge service install");
                return 1;
            }
            Systemctl.Reply reply = service.status();
            spec.commandLine().getOut().println(reply.text());
            return reply.code();
        });
    }
}
