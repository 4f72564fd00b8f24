package io.github.claudebridge.app.config;

/** Where the configuration comes from, each time it is asked for. */
@FunctionalInterface
public interface ConfigSource {

    /**
     * Reads it as it is now.
     *
     * @throws ConfigException if a value is missing or wrong
     */
    Config load() throws ConfigException;
}
