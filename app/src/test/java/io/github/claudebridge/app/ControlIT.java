package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line beside the bot that runs, and alone. */
class ControlIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.start();
    private final FakeUser ann = telegram.user(BotHome.ANN, "Ann");
    private BotHome home;
    private @Nullable BotProcess bot;

    private record Ended(int code, String output, String errors) {}

    @BeforeEach
    void configure() throws Exception {
        ann.sends("/start");
        home = BotHome.configure(
                folder.resolve("home"),
                telegram,
                FakeClaude.command(),
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
    }

    @AfterEach
    void end() {
        if (bot != null) {
            bot.close();
        }
        telegram.close();
    }

    private Ended command(String... arguments) throws Exception {
        return reading(Path.of("/dev/null"), arguments);
    }

    private Ended reading(Path input, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.folder().toString()));
        try (BotProcess process = BotProcess.startReading(folder, input, Map.of(), all.toArray(String[]::new))) {
            return new Ended(process.exitCode(), process.output(), process.errors());
        }
    }

    private void run() throws Exception {
        bot = home.run();
        heard("Everything else goes to Claude");
    }

    private SentMessage heard(String text) {
        return telegram.awaitMessage(
                BotHome.ANN, LIMIT, message -> message.text().contains(text));
    }

    @Test
    void OPS_03_a_script_sends_texts_and_files_through_the_bot_that_runs() throws Exception {
        Path report = Files.writeString(folder.resolve("report.txt"), "all is well");
        Path piped = Files.writeString(folder.resolve("piped"), "from a pipe\n");
        run();
        assertThat(command("send", "The **backup** is done")).isEqualTo(new Ended(0, "", ""));
        assertThat(command("send", "--silent", "psst").code()).isZero();
        assertThat(command("send", "--file", report.toString()).code()).isZero();
        assertThat(reading(piped, "send").code()).isZero();
        assertThat(command("send", "--chat", "99", "hello"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(69))
                .satisfies(ended -> assertThat(ended.errors()).contains("99"));
        assertThat(heard("The backup is done").silent()).isFalse();
        assertThat(heard("psst").silent()).isTrue();
        heard("from a pipe");
        assertThat(telegram.awaitMessage(
                                BotHome.ANN, LIMIT, message -> message.file().isPresent())
                        .file())
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("report.txt"));
    }

    @Test
    void OPS_03_a_script_sends_also_while_no_bot_runs() throws Exception {
        assertThat(command("send", "alone")).isEqualTo(new Ended(0, "", ""));

        heard("alone");
    }

    @Test
    void a_wrong_send_says_what_to_do() throws Exception {
        assertThat(command("send", "--file", "nothing.txt").code()).isEqualTo(66);
        assertThat(command("send").code()).isEqualTo(65);
        assertThat(command("send", " ").code()).isEqualTo(2);
    }

    @Test
    void SESS_09_a_session_is_archived_beside_the_bot_which_ends_its_process_first() throws Exception {
        run();
        ann.sends("say hello");
        heard("hello");

        Ended archived = command("sessions", "archive", "default");

        assertThat(archived.errors()).isEmpty();
        assertThat(Path.of(archived.output().strip())).isRegularFile();
        assertThat(home.folder().resolve("sessions/default")).doesNotExist();
        assertThat(command("sessions", "delete", "default", "--yes").code()).isEqualTo(66);
        assertThat(command("sessions", "restore", archived.output().strip()).code())
                .isZero();
        assertThat(command("sessions", "delete", "default", "--yes")).isEqualTo(new Ended(0, "", ""));
        assertThat(home.folder().resolve("sessions/default")).doesNotExist();
    }

    @Test
    void a_reload_serves_who_is_allowed_now_and_refuses_what_is_wrong() throws Exception {
        FakeUser bob = telegram.user(8, "Bob");
        Path config = home.folder().resolve("config.toml");
        String before = Files.readString(config);
        run();
        Files.writeString(
                config, before.replace("[7]", "[7, 8]").replace("batch_window_ms = 0", "batch_window_ms = 1"));
        assertThat(command("reload").output()).contains("telegram.allowed_users", "Needs a restart", "batching");
        bob.sends("say to Bob");
        telegram.awaitMessage(8, LIMIT, message -> message.text().contains("to Bob"));

        Files.writeString(config, "[nonsense]\n");
        assertThat(command("reload"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(78))
                .satisfies(ended -> assertThat(ended.errors()).contains("nonsense"));
        bob.sends("say still");
        telegram.awaitMessage(8, LIMIT, message -> message.text().contains("still"));
    }

    @Test
    void nobody_can_be_told_to_reload_where_no_bot_runs() throws Exception {
        assertThat(command("reload").code()).isEqualTo(69);
    }
}
