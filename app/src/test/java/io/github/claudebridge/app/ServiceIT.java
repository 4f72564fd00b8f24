package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceIT {

    private static final String TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    @TempDir
    Path folder;

    @Test
    void INFRA_01_the_unit_file_starts_this_jar_with_this_home() throws Exception {
        Path home = configured();

        try (BotProcess print =
                BotProcess.start(folder, Map.of(), "service", "install", "--print", "--home", home.toString())) {
            assertThat(print.exitCode()).isZero();
            assertThat(print.output().lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("ExecStart=\"/")
                            .endsWith("claude-bridge.jar\" \"run\" \"--home\" \"" + home + "\""));
            assertThat(folder.resolve(".config")).doesNotExist();
        }
    }

    @Test
    void a_configuration_that_only_this_shell_knows_is_refused() throws Exception {
        try (BotProcess install = BotProcess.start(
                folder, Map.of("CLAUDE_BRIDGE_TELEGRAM_TOKEN", TOKEN), "service", "install", "--print")) {
            assertThat(install.exitCode()).isEqualTo(78);
            assertThat(install.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("bot token", "no variables of this shell");
        }
    }

    @Test
    void without_systemd_it_says_how_the_bot_is_started_instead() throws Exception {
        Path home = configured();

        try (BotProcess install = BotProcess.start(
                folder, Map.of("PATH", folder.toString()), "service", "install", "--home", home.toString())) {
            assertThat(install.exitCode()).isEqualTo(69);
            assertThat(install.errors()).contains("claude-bridge run");
        }
    }

    @Test
    void the_status_of_no_service_is_told() throws Exception {
        try (BotProcess status = BotProcess.start(folder, Map.of(), "service", "status")) {
            assertThat(status.exitCode()).isEqualTo(1);
            assertThat(status.output()).contains("service install");
        }
    }

    private Path configured() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("config.toml"), "[telegram]\ntoken = \"" + TOKEN + "\"\nallowed_users = [7]\n");
        return home;
    }
}
