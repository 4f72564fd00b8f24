package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.Output;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.app.home.HomeLock;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        UnitFile unit = new UnitFile(
                List.of(java(), "-jar", jar().toString(), "run", "--home", folder().toString()),
                Objects.requireNonNullElse(System.getenv("PATH"), "/usr/local/bin:/usr/bin:/bin"));
        if (print) {
            output.out().print(unit.text());
            output.out().flush();
            return 0;
        }
        return ServiceAccess.use(service -> {
            if (!service.isActive()) {
                HomeLock.take(home.config().home()).close();
            }
            service.install(unit);
            output.out().println("""
                    The bot runs now, and will again after a failure and when this user logs in.
                    So that it runs without a login, from the start of the host: loginctl enable-linger
                    Unit file: %s""".formatted(service.file()));
            return 0;
        });
    }

    /** The home, once it is known that the service can work with the configuration that it will see. */
    private Path folder() throws StartException {
        try {
            ConfigLoader alone = new ConfigLoader(Map.of(), HomeOption.userHome());
            Path folder = home.config().home();
            Config config = alone.load(new Overrides(folder, null, null, null, null));
            return config.home();
        } catch (ConfigException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "The service would not start: " + e.getMessage() + " (It sees no variables of this shell.)");
        }
    }

    private static String java() throws StartException {
        return ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(() -> new StartException(ExitCode.INTERNAL, "It is not known which Java this runs on."));
    }

    private static Path jar() throws StartException {
        try {
            Path jar = Path.of(ServiceInstallCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
        } catch (URISyntaxException e) {
            // As if it were no file.
        }
        throw new StartException(
                ExitCode.NO_INPUT, "This does not run from claude-bridge.jar, which the service needs.");
    }
}
