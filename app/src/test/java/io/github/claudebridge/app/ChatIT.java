package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.session.Metadata;
import io.github.claudebridge.session.SessionStatus;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.FakeUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation in the terminal, as far as it comes through a pipe. */
class ChatIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path home;

    private record Ended(int code, String output, String errors) {}

    @BeforeEach
    void noTelegram() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(
                home.resolve("config.toml"),
                "claude.command = ["
                        + String.join(
                                ", ",
                                FakeClaude.command().stream()
                                        .map(word -> '"' + word + '"')
                                        .toList())
                        + "]\nclaude.environment = { CLAUDE_CONFIG_DIR = \"" + folder.resolve("claude") + "\" }\n");
    }

    private Ended chat(String typed, String... flags) throws Exception {
        Path input = Files.writeString(Files.createTempFile(folder, "typed", ""), typed);
        List<String> arguments = new ArrayList<>(List.of("chat", "--home", home.toString()));
        arguments.addAll(List.of(flags));
        try (BotProcess process = BotProcess.startReading(folder, input, Map.of(), arguments.toArray(String[]::new))) {
            return new Ended(process.exitCode(), process.output(), process.errors());
        }
    }

    @Test
    void lines_are_answered_one_after_the_other_without_a_bot() throws Exception {
        Ended ended = chat("say one\nsay two\n/sessions\n");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).containsSubsequence("one\n", "two\n", "default");
        assertThat(ended.code()).isZero();
        assertThat(BotHome.of(home).session("default").status()).isEqualTo(SessionStatus.SUSPENDED);
        try (Stream<Path> state = Files.list(home.resolve("state"))) {
            assertThat(state).noneMatch(file -> file.getFileName().toString().startsWith("chat-"));
        }
    }

    @Test
    void a_question_is_answered_by_its_number_and_the_session_goes_on_later() throws Exception {
        Ended ended = chat("ask Which colour?|red|blue ;; say chosen\n1\n", "--session", "work");

        assertThat(ended.output()).contains("Which colour?", "1) red", "2) blue", "chosen");
        assertThat(chat("say later\n", "--session", "work").output()).contains("later");
        assertThat(BotHome.of(home).session("work").turns()).isEqualTo(2);
    }

    @Test
    void a_session_that_the_bot_has_open_stays_with_it_unless_it_is_taken_over() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            FakeUser ann = telegram.user(BotHome.ANN, "Ann");
            BotHome bridge = BotHome.configure(
                    home,
                    telegram,
                    FakeClaude.command(),
                    Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
            try (BotProcess bot = bridge.run()) {
                ann.sends("say from Telegram");
                telegram.awaitMessage(
                        BotHome.ANN, LIMIT, message -> message.text().contains("from Telegram"));
                await("the books are kept")
                        .atMost(LIMIT)
                        .until(() -> bridge.session("default").turns() == 1);
                Metadata open = bridge.session("default");

                Ended refused = chat("say no\n");
                assertThat(refused.code()).isEqualTo(75);
                assertThat(refused.errors()).contains("--take-over");
                assertThat(bridge.session("default")).isEqualTo(open);
                assertThat(chat("say other\n", "--session", "other").output()).contains("other");
                assertThat(bridge.session("default").status())
                        .as("a terminal does not say of the bot's sessions that they rest")
                        .isEqualTo(SessionStatus.ACTIVE);

                assertThat(chat("say taken\n", "--take-over").output()).contains("taken");
                ann.sends("say back");
                telegram.awaitMessage(
                        BotHome.ANN, LIMIT, message -> message.text().contains("back"));
                assertThat(bot.errors()).doesNotContain("ERROR");
            }
        }
    }
}
