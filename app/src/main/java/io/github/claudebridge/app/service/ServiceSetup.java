package io.github.claudebridge.app.service;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.HomeOption;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.Overrides;
import io.github.claudebridge.app.home.HomeLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Sets the service of a home up. Not thread-safe. */
public final class ServiceSetup {

    private final Path home;

    /** The service that runs the bot of this home. */
    public ServiceSetup(Path home) {
        this.home = home;
    }

    /**
     * Installs the service, or brings it up to date, and starts it.
     *
     * @return what people are told
     * @throws StartException if the service would not start, or systemd cannot be asked
     */
    public String install() throws StartException {
        UnitFile unit = unit();
        Launch launch = Launch.ofThis();
        return ServiceAccess.use(service -> {
            if (!service.isActive()) {
                HomeLock.take(home).close();
            }
            launch.prepare();
            service.install(unit);
            return """
                    The bot runs now, and will again after a failure and when this user logs in.
                    So that it runs without a login, from the start of the host: loginctl enable-linger
                    Unit file: %s""".formatted(service.file());
        });
    }

    /** The unit file, once it is known that the service can work with the configuration that it will see. */
    UnitFile unit() throws StartException {
        requireConfiguration();
        return new UnitFile(
                Launch.ofThis().command("run", "--home", home.toString()),
                Objects.requireNonNullElse(System.getenv("PATH"), "/usr/local/bin:/usr/bin:/bin"));
    }

    private void requireConfiguration() throws StartException {
        try {
            Config unused =
                    new ConfigLoader(Map.of(), HomeOption.userHome()).load(new Overrides(home, null, null, null, null));
        } catch (ConfigException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "The service would not start: " + e.getMessage() + " (It sees no variables of this shell.)");
        }
    }
}
