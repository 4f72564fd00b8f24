package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a bot that answers. */
class SetupIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.start();
    private Path tokenFile;
    private Path config;

    @BeforeEach
    void prepare() throws Exception {
        tokenFile = Files.writeString(folder.resolve("token"), telegram.token());
        config = folder.resolve("claude-bridge/config.toml");
    }

    @AfterEach
    void end() {
        telegram.close();
    }

    private BotProcess start(String... arguments) throws Exception {
        return BotProcess.start(folder, Map.of(), arguments);
    }

    private List<String> init(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "init",
                "--yes",
                "--token-file",
                tokenFile.toString(),
                "--api-root",
                telegram.apiRoot().toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private void ends(int code, String said, List<String> arguments) throws Exception {
        try (BotProcess process = start(arguments.toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(code);
            assertThat(process.output() + process.errors()).contains(said);
        }
    }

    @Test
    void a_script_sets_everything_up_for_its_owner_alone() throws Exception {
        ends(0, "@fake_claude_bot", init("--user", "7"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
        assertThat(config)
                .content()
                .contains("allowed_users = [7]", "token_file")
                .doesNotContain(telegram.token());
        assertThat(config.resolveSibling("personas/planner.json")).exists();
        String written = Files.readString(config);
        ends(73, "--force", init("--user", "8"));
        assertThat(config).hasContent(written);
        ends(0, "Written", init("--user", "8", "--force"));
        assertThat(config).content().contains("[8]");
    }

    @Test
    void without_a_terminal_and_a_token_nothing_is_written() throws Exception {
        ends(78, "There is no terminal to ask on", List.of("init", "--user", "7"));

        assertThat(config.getParent()).doesNotExist();
    }

    @Test
    void a_token_that_telegram_does_not_know_is_not_written() throws Exception {
        Files.writeString(tokenFile, "12345:abcdefghijklmnopqrstuvwxyz0123456789");
        ends(78, "not accepted", init("--user", "7"));
        Files.writeString(tokenFile, "nonsense");
        ends(78, "does not look like", init("--user", "7"));

        assertThat(config.getParent()).doesNotExist();
    }

    @Test
    void where_telegram_cannot_be_asked_nothing_is_written() throws Exception {
        telegram.close();

        ends(69, "does not answer", init("--user", "7"));
        assertThat(config.getParent()).doesNotExist();
    }

    @Test
    void somebody_who_sends_the_code_is_served_from_then_on() throws Exception {
        FakeUser ann = telegram.user(7, "Ann");
        ends(0, "claude-bridge pair", init("--claude-command", String.join(" ", FakeClaude.command())));
        try (BotProcess pairing = start("pair")) {
            ann.sends(code(pairing));
            assertThat(pairing.exitCode()).as(pairing.errors()).isZero();
            assertThat(pairing.output()).contains("Paired with the Telegram user 7");
        }
        ends(0, "7\n", List.of("pair", "--list"));

        try (BotProcess bot = start("run")) {
            ann.sends("say served");
            telegram.awaitMessage(7, LIMIT, message -> message.text().contains("served"));
            assertThat(bot.errors()).doesNotContain(telegram.token());
            ends(0, "", List.of("pair", "--remove", "7"));
            ends(66, "not paired", List.of("pair", "--remove", "7"));
        }
    }

    @Test
    void a_bot_that_runs_lets_people_in_who_are_paired_meanwhile() throws Exception {
        FakeUser ann = telegram.user(7, "Ann");
        ends(0, "claude-bridge pair", init("--claude-command", String.join(" ", FakeClaude.command())));
        try (BotProcess bot = start("run")) {
            await("the bot runs").atMost(LIMIT).until(() -> Files.exists(config.resolveSibling("state/control.sock")));
            try (BotProcess pairing = start("pair")) {
                ann.sends(code(pairing));
                assertThat(pairing.exitCode()).as(pairing.errors()).isZero();
            }
            ann.sends("say hello");
            telegram.awaitMessage(7, LIMIT, message -> message.text().contains("hello"));
            assertThat(bot.errors()).contains("Nobody is served yet");
            ends(75, "Another claude-bridge", init("--user", "7", "--force"));
        }
    }

    private static String code(BotProcess pairing) {
        Pattern code = Pattern.compile("[A-Z0-9]{5}-[A-Z0-9]{5}");
        return await("the code is shown")
                .atMost(LIMIT)
                .until(() -> code.matcher(pairing.output()), Matcher::find)
                .group();
    }
}
