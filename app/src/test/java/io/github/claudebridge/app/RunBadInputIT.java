package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is told in one line that says what to do, with its own exit code. */
class RunBadInputIT {

    private static final String WELL_FORMED_TOKEN = "12345:abcdefghijklmnopqrstuvwxyz0123456789";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void everything_is_right() {
        environment.put("CLAUDE_BRIDGE_TELEGRAM_TOKEN", WELL_FORMED_TOKEN);
        environment.put("CLAUDE_BRIDGE_ALLOWED_USERS", "7");
        environment.put("CLAUDE_BRIDGE_CLAUDE_COMMAND", "sh");
    }

    @Test
    void no_token() throws Exception {
        environment.remove("CLAUDE_BRIDGE_TELEGRAM_TOKEN");
        refused(78, "BotFather");
    }

    @Test
    void a_token_that_telegram_does_not_know() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            environment.put(
                    "CLAUDE_BRIDGE_TELEGRAM_API_ROOT", telegram.apiRoot().toString());
            refused(78, "does not accept the bot token");
        }
    }

    @Test
    void claude_is_not_installed() throws Exception {
        environment.put("CLAUDE_BRIDGE_CLAUDE_COMMAND", "no-such-command");
        refused(69, "no-such-command");
    }

    @Test
    void the_home_cannot_be_written() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        environment.put("CLAUDE_BRIDGE_HOME", file.resolve("home").toString());
        refused(73, file.toString());
    }

    @Test
    void an_unknown_flag() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, environment, "run", "--tokken", "x")) {
            assertThat(bot.exitCode()).isEqualTo(2);
            assertThat(bot.errors()).contains("Unknown option", "--tokken");
        }
    }

    private void refused(int exitCode, String named) throws IOException, InterruptedException {
        try (BotProcess bot = BotProcess.start(folder, environment, "run")) {
            assertThat(bot.exitCode()).as(bot.errors()).isEqualTo(exitCode);
            assertThat(bot.errors().lines().filter(line -> !line.contains(" INFO ")))
                    .singleElement(STRING)
                    .contains(named);
            assertThat(bot.output()).isEmpty();
        }
    }
}
