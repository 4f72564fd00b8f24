package io.github.claudebridge.app.config;

import java.util.stream.Collectors;

/** The documentation of the configuration, docs/configuration.md. */
final class ConfigReference {

    private ConfigReference() {}

    static String markdown() {
        return """
                # Configuration

                `config.toml` in the home (`~/claude-bridge`; `--home` or `CLAUDE_BRIDGE_HOME` name another), then the environment, then
                flags; each overrides what came before. `claude-bridge init` writes the file for you, readable by you alone; after
                that the program never changes it. A key that does not exist, or a value of the wrong form, is an error that names the
                key; broken syntax names the line. `claude-bridge doctor` shows what is in force, with secrets masked.

                `claude-bridge reload`, or SIGHUP, reads the file again: the keys marked *at once* change while the bot runs, the
                others are named and wait for a restart. A file that is wrong changes nothing.

                | key | environment | flag | meaning | default | reload |
                |---|---|---|---|---|---|
                %s
                This table is made from the program's own; a test compares them.
                """.formatted(ConfigTable.KEYS.stream().map(ConfigReference::row).collect(Collectors.joining()));
    }

    private static String row(ConfigKey key) {
        return "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        code(key.name()),
                        code(key.environment()),
                        code(key.flag()),
                        key.meaning().replace("|", "\\|"),
                        code(key.otherwise()),
                        key.changesAtRunTime() ? "at once" : "");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
