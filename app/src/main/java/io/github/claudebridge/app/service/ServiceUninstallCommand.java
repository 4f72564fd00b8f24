package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes the service. */
@Command(name = "uninstall", description = "Stop the service and remove it; sessions and configuration stay.")
final class ServiceUninstallCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        boolean removed = ServiceAccess.use(UserService::uninstall);
        output.out().println(removed ? "The service is stopped and removed." : "There is no service.");
        return 0;
    }
}
