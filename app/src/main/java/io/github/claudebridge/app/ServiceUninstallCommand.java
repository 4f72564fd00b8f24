package io.github.claudebridge.app;

import io.github.claudebridge.app.service.UserService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Removes the service. */
@Command(name = "uninstall", description = "Stop the service and remove it; sessions and configuration stay.")
final class ServiceUninstallCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        boolean removed = ServiceAccess.use(UserService::uninstall);
        spec.commandLine().getOut().println(removed ? "The service is stopped and removed." : "There is no service.");
        return 0;
    }
}
