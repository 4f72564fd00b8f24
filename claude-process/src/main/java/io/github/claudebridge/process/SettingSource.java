package io.github.claudebridge.process;

/** Where the CLI reads settings. */
public enum SettingSource {
    /** The user's own, in the configuration directory. */
    USER("user"),
    /** The project's, in its folder; may hold hooks, which run commands. */
    PROJECT("project"),
    /** The user's for this project, in its folder too. */
    LOCAL("local");

    private final String wireName;

    SettingSource(String wireName) {
        this.wireName = wireName;
    }

    /** The CLI's name. */
    public String wireName() {
        return wireName;
    }
}
