package io.github.claudebridge.app.config;

/**
 * One key of {@code config.toml}, for people. Immutable.
 *
 * @param table in which it stands
 * @param example a value as it is written
 * @param environment the variable that overrides it; empty for none
 * @param flag the flag of {@code run} that overrides both; empty for none
 * @param meaning one line
 * @param otherwise what holds where it is not given; empty for nothing
 */
public record ConfigKey(
        String table, String key, String example, String environment, String flag, String meaning, String otherwise) {

    static ConfigKey of(String name, String example, String meaning, String otherwise) {
        int dot = name.indexOf('.');
        return new ConfigKey(name.substring(0, dot), name.substring(dot + 1), example, "", "", meaning, otherwise);
    }

    ConfigKey or(String variable, String option) {
        return new ConfigKey(table, key, example, variable, option, meaning, otherwise);
    }

    /** The name with its table. */
    public String name() {
        return table + "." + key;
    }

    /** Whether a reload puts it into force. */
    public boolean changesAtRunTime() {
        return name().equals("telegram.allowed_users") || name().equals("log.level");
    }
}
