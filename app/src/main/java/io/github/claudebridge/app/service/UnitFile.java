package io.github.claudebridge.app.service;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The unit file of the service. Immutable.
 *
 * <p>systemd is told by {@code systemd-notify}, a child of the bot, that it is ready and lives.
 *
 * <p>{@code KillMode=mixed}: only the bot gets SIGTERM, so that it ends its Claude processes itself; what is left after the time to stop
 * is killed. A wrong configuration is not retried. {@code NoNewPrivileges} and what implies it are left out, because Claude may be
 * run with {@code sudo}.
 *
 * @param command the program with its arguments, absolute paths
 * @param path the folders in which programs are looked for, so that Claude finds what its user finds
 */
public record UnitFile(List<String> command, String path) {

    /** What systemd calls the service. */
    public static final String NAME = "claude-bridge.service";

    public UnitFile {
        command = List.copyOf(command);
    }

    /** The content of the file. */
    public String text() {
        return """
                [Unit]
                Description=Claude Code in Telegram (claude-bridge)
                StartLimitIntervalSec=300
                StartLimitBurst=5

                [Service]
                Type=notify
                NotifyAccess=all
                WatchdogSec=300
                TimeoutStartSec=180
                ExecStart=%s
                Environment=%s
                KillMode=mixed
                TimeoutStopSec=60
                Restart=on-failure
                RestartSec=5
                RestartPreventExitStatus=2 69 73 78
                SuccessExitStatus=143
                UMask=0077
                LimitCORE=0
                OOMPolicy=continue

                [Install]
                WantedBy=default.target
                """.formatted(
                        command.stream().map(UnitFile::word).collect(Collectors.joining(" ")), quoted("PATH=" + path));
    }

    /** A word of a command line: a dollar would begin a variable. */
    private static String word(String word) {
        return quoted(word.replace("$", "$$"));
    }

    private static String quoted(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("systemd cannot take this: " + text.replaceAll("\\p{Cntrl}", "?"));
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + '"';
    }

    /** Where the unit files of a user lie. */
    public static Path place(Path configFolder) {
        return configFolder.resolve("systemd").resolve("user").resolve(NAME);
    }
}
