package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets the service up. */
@Command(
        name = "install",
        description = "Set the service up, or up to date, and start it.",
        footer = {
            "",
            "The service does not see the variables of this shell, only PATH: the configuration must be in config.toml of the home."
        })
final class ServiceInstallCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--print", description = "Only print the unit file.")
    private boolean print;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws StartException {
        ServiceSetup setup = new ServiceSetup(home.config().home());
        if (print) {
            output.out().print(setup.unit().text());
            output.out().flush();
        } else {
            output.out().println(setup.install());
        }
        return 0;
    }
}
