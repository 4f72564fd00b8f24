package io.github.claudebridge.app.cli;

import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigLoader;
import io.github.claudebridge.app.config.LocalConfig;
import io.github.claudebridge.app.config.Overrides;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says where the bot keeps everything. */
public final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where the bot keeps everything (CLAUDE_BRIDGE_HOME; default: ~/claude-bridge).")
    private @Nullable Path home;

    public @Nullable Path folder() {
        return home;
    }

    /** The configuration as far as it works without Telegram. */
    public LocalConfig config() throws StartException {
        try {
            return loader().loadLocal(new Overrides(home, null, null, null, null));
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    /** The home, whatever is in its configuration. */
    public Path folderToFill() throws StartException {
        try {
            return loader().home(new Overrides(home, null, null, null, null));
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    /** The whole configuration of a bot with this home. */
    public Config full() throws StartException {
        try {
            return loader().load(new Overrides(home, null, null, null, null));
        } catch (ConfigException e) {
            throw new StartException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    /** Reads what the environment of this process says. */
    public static ConfigLoader loader() {
        return new ConfigLoader(System.getenv(), userHome());
    }

    /** What the shell calls ~; Java's own property ignores the variable that services and sudo set. */
    public static Path userHome() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    }
}
