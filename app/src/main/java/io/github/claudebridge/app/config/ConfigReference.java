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

                ## Commands of your own

                Every program of the host can be a command of the bot:

                ```toml
                [commands.backups]
                run = ["pbs", "status"]
                description = "How the backups are"
                arguments = true
                timeout_seconds = 30
                ```

                `run` is the program and its arguments; no shell reads them. `arguments` tells whether people may add words of their own: `true`,
                `false` (the default) or how many at most. After `timeout_seconds` (60) the program is ended, with all it started; so it is by `/stop`
                and by its button. It sees `PATH`, `HOME` and the like, and none of the bot's secrets; it runs in the home of the bot. What
                it prints comes back as a block, or as a file where it is long. A command of the bot with the same name is replaced, apart from
                `/start`, `/help` and `/stop`.
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
