package io.github.claudebridge.app.config;

import java.util.List;

/** All keys of {@code config.toml}, from which the sample and the documentation are made. */
public final class ConfigTable {

    /** The keys, those of a table together. */
    public static final List<ConfigKey> KEYS = List.of(
            ConfigKey.of(
                            "telegram.token",
                            "\"12345:abc...\"",
                            "The bot's token, from @BotFather; or token_file, which keeps it out of this file.",
                            "")
                    .or("CLAUDE_BRIDGE_TELEGRAM_TOKEN", ""),
            ConfigKey.of(
                            "telegram.token_file",
                            "\"/etc/claude-bridge/token\"",
                            "A file that holds the token; a systemd credential telegram-token works too.",
                            "")
                    .or("CLAUDE_BRIDGE_TELEGRAM_TOKEN_FILE", "--token-file"),
            ConfigKey.of(
                            "telegram.allowed_users",
                            "[123456789]",
                            "Numeric ids of those who are served, besides those who were paired; the first is the owner.",
                            "[]")
                    .or("CLAUDE_BRIDGE_ALLOWED_USERS", "--allowed-users"),
            ConfigKey.of(
                            "telegram.api_root",
                            "\"http://127.0.0.1:8081\"",
                            "The Bot API server.",
                            "\"https://api.telegram.org\"")
                    .or("CLAUDE_BRIDGE_TELEGRAM_API_ROOT", "--api-root"),
            ConfigKey.of(
                    "telegram.pace",
                    "\"telegram\"",
                    "\"telegram\" keeps below its limits on messages per second; \"unlimited\" is for servers that have none.",
                    "\"telegram\""),
            ConfigKey.of(
                            "claude.command",
                            "[\"claude\"]",
                            "The command that starts Claude Code, with its first arguments.",
                            "[\"claude\"]")
                    .or("CLAUDE_BRIDGE_CLAUDE_COMMAND", "--claude-command"),
            ConfigKey.of(
                    "claude.environment",
                    "{ NAME = \"value\" }",
                    "Variables for Claude, an API key for example; it sees nothing secret of the bot's own environment.",
                    "{}"),
            ConfigKey.of(
                    "claude.allow_bypass",
                    "false",
                    "Whether /mode bypass may be used at all: Claude then does everything without asking.",
                    "false"),
            ConfigKey.of(
                    "questions.remind_after_minutes",
                    "30",
                    "When a question of Claude's that nobody answered is brought back to mind, in minutes.",
                    "30"),
            ConfigKey.of(
                    "questions.deny_after_hours", "12", "When such a question is answered with no, in hours.", "12"),
            ConfigKey.of(
                    "messages.batch_window_ms",
                    "400",
                    "How long a message waits for others that belong to it, in milliseconds; 0 makes each a prompt.",
                    "400"),
            ConfigKey.of(
                    "log.level", "\"info\"", "What is logged at least: error, warn, info, debug or trace.", "\"info\""),
            ConfigKey.of("log.format", "\"text\"", "Lines for people (text) or for programs (json).", "\"text\""),
            ConfigKey.of(
                    "metrics.listen",
                    "\"127.0.0.1:9464\"",
                    "Where /health and /metrics (for Prometheus) are served, on this host only.",
                    ""),
            ConfigKey.of(
                    "budget.daily_usd",
                    "20",
                    "What all sessions together may cost in a day (of UTC), in US dollars.",
                    ""),
            ConfigKey.of("budget.daily_turns", "500", "How many turns all sessions together may have in a day.", ""),
            ConfigKey.of(
                    "budget.session_daily_usd",
                    "5",
                    "What a session may cost in a day, unless it has a limit of its own.",
                    ""),
            ConfigKey.of(
                    "budget.session_daily_turns",
                    "100",
                    "How many turns a session may have in a day, unless it has a limit of its own.",
                    ""),
            ConfigKey.of(
                    "transcriber.run",
                    "[\"whisper-cli\", \"{file}\"]",
                    "A program that prints the text of a voice message; no shell is involved.",
                    ""),
            ConfigKey.of(
                    "transcriber.limit_seconds", "120", "How long it may run, in seconds; then it is ended.", "120"));

    private ConfigTable() {}
}
