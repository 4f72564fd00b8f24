package io.github.claudebridge.app.bot;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import io.github.claudebridge.app.config.Config;
import io.github.claudebridge.app.config.ConfigException;
import io.github.claudebridge.app.config.ConfigSource;
import java.util.ArrayList;
import java.util.List;

/** The configuration that is in force, which can be read again while the bot runs. Thread-safe. */
final class Live {

    private final ConfigSource source;
    private volatile Config config;

    Live(Config config, ConfigSource source) {
        this.config = config;
        this.source = source;
    }

    Config config() {
        return config;
    }

    /**
     * Reads the configuration again.
     *
     * @return what came of it, in lines for people
     * @throws StartException if it is wrong; the old one stays in force
     */
    synchronized List<String> reload() throws StartException {
        Config fresh;
        try {
            fresh = source.load();
        } catch (ConfigException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION,
                    "Nothing was changed, because the configuration is wrong: " + e.getMessage());
        }
        ConfigChanges changes = ConfigChanges.between(config, fresh);
        config = fresh;
        fresh.log().apply();
        List<String> lines = new ArrayList<>();
        if (!changes.now().isEmpty()) {
            lines.add("In force now: " + String.join(", ", changes.now()) + ".");
        }
        if (!changes.afterRestart().isEmpty()) {
            lines.add("Needs a restart of the bot: " + String.join(", ", changes.afterRestart()) + ".");
        }
        if (lines.isEmpty()) {
            lines.add("Nothing has changed.");
        }
        return lines;
    }
}
