package io.github.claudebridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.process.testing.FakeClaude;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged bot does when the world around it does not do what it should. */
class TroubleIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long STRANGER = 666;

    @TempDir
    Path folder;

    @Test
    void a_stranger_meets_silence_and_leaves_one_line_in_the_log() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start();
                BotProcess bot = home(telegram).run()) {
            telegram.user(STRANGER, "Eve").sends("say secret");
            answered(telegram, "say hello", "hello");

            assertThat(telegram.messages(STRANGER)).isEmpty();
            assertThat(telegram.chatActions(STRANGER)).isEmpty();
            assertThat(bot.errors().lines().filter(line -> line.contains("" + STRANGER)))
                    .hasSize(1);
        }
    }

    @Test
    void a_message_that_came_while_the_network_was_down_is_answered_when_it_is_back() throws Exception {
        int port;
        BotHome home;
        try (FakeTelegram telegram = FakeTelegram.start()) {
            port = telegram.apiRoot().getPort();
            home = home(telegram);
        }
        try (BotProcess bot = home.run()) {
            await("it notices that there is no network")
                    .atMost(LIMIT)
                    .until(() -> bot.errors().contains("cannot be reached"));
            try (FakeTelegram back = FakeTelegram.builder().port(port).start()) {
                answered(back, "say first", "first");
            }
        }
    }

    @Test
    void a_message_that_came_while_the_bot_was_down_is_answered_when_it_is_back() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            BotHome home = home(telegram);
            telegram.user(BotHome.ANN, "Ann").sends("say hello");
            try (BotProcess bot = home.run()) {
                telegram.awaitMessage(
                        BotHome.ANN, LIMIT, message -> message.text().equals("hello"));
                assertThat(bot.errors()).doesNotContain("WARN");
            }
        }
    }

    @Test
    void a_second_reader_of_the_same_bot_is_told_and_the_bot_goes_on_when_it_is_gone() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start();
                BotProcess bot = home(telegram).run()) {
            answered(telegram, "say hello", "hello");
            poll(telegram).get(60, TimeUnit.SECONDS);
            await("the bot's word")
                    .atMost(LIMIT)
                    .until(() -> bot.errors().contains("Another program reads this bot's messages"));
            answered(telegram, "say still here", "still here");
        }
    }

    @Test
    void a_second_bot_on_the_same_home_is_refused() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            BotHome home = home(telegram);
            try (BotProcess first = home.run()) {
                answered(telegram, "say hello", "hello");
                try (BotProcess second = home.run()) {
                    assertThat(second.exitCode()).isEqualTo(75);
                    assertThat(second.errors()).contains("Another claude-bridge runs with");
                }
                answered(telegram, "say still here", "still here");
                assertThat(first.errors()).doesNotContain("Another");
            }
        }
    }

    @Test
    void a_prompt_that_a_killed_bot_was_working_on_is_explained_and_not_repeated() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            BotHome home = home(telegram);
            try (BotProcess bot = home.run()) {
                busy(telegram);
                bot.kill();
                bot.exitCode();
            }
            try (BotProcess bot = home.run()) {
                explained(telegram);
                // The very first turn of the session was cut off, so its id is in use and its history is resumed.
                answered(telegram, "say next", "next");
                await("the turn is counted")
                        .atMost(LIMIT)
                        .until(() -> home.session("default").turns() == 1);
                assertThat(bot.errors()).doesNotContain("ERROR");
            }
        }
    }

    @Test
    void a_stop_in_the_middle_of_a_turn_ends_claude_and_explains_the_prompt_later() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            BotHome home = home(telegram);
            try (BotProcess bot = home.run()) {
                busy(telegram);
                List<ProcessHandle> tree = bot.descendants();
                assertThat(tree).isNotEmpty();
                bot.terminate();
                assertThat(bot.exitCode()).isEqualTo(143);
                assertThat(tree).noneMatch(ProcessHandle::isAlive);
                assertThat(bot.errors()).doesNotContain("ERROR");
            }
            try (BotProcess bot = home.run()) {
                explained(telegram);
                answered(telegram, "say next", "next");
                assertThat(bot.errors()).doesNotContain("ERROR");
            }
        }
    }

    @Test
    void an_answer_that_was_not_delivered_before_the_stop_is_delivered_after_it() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            BotHome home = home(telegram);
            telegram.faults().on("sendMessage").always().fail(new Fault.Refused(500, "Internal Server Error"));
            try (BotProcess bot = home.run()) {
                telegram.user(BotHome.ANN, "Ann").sends("say hello");
                telegram.await(
                        "an attempt",
                        LIMIT,
                        () -> !telegram.calls("sendMessage").isEmpty());
                bot.terminate();
                assertThat(bot.exitCode()).isEqualTo(143);
            }
            telegram.faults().clear();
            try (BotProcess bot = home.run()) {
                telegram.awaitMessage(
                        BotHome.ANN, LIMIT, message -> message.text().equals("hello"));
                await("the turn is counted")
                        .atMost(LIMIT)
                        .until(() -> home.session("default").turns() == 1);
                assertThat(bot.errors()).doesNotContain("ERROR");
            }
        }
    }

    /** Gives the first prompt of the session, and returns when Claude works on it. */
    private static void busy(FakeTelegram telegram) {
        telegram.user(BotHome.ANN, "Ann").sends("slow 600");
        await("the turn runs")
                .atMost(LIMIT)
                .until(() -> telegram.chatActions(BotHome.ANN).size() >= 2);
    }

    private static void explained(FakeTelegram telegram) {
        telegram.awaitMessage(
                BotHome.ANN,
                LIMIT,
                message -> message.text().contains("I was stopped")
                        && message.text().contains("slow 600"));
    }

    private static void answered(FakeTelegram telegram, String prompt, String answer) {
        telegram.user(BotHome.ANN, "Ann").sends(prompt);
        telegram.awaitMessage(BotHome.ANN, LIMIT, message -> message.text().equals(answer));
    }

    private BotHome home(FakeTelegram telegram) throws Exception {
        return BotHome.configure(
                folder.resolve("home"),
                telegram,
                FakeClaude.command(),
                Map.of("CLAUDE_CONFIG_DIR", folder.resolve("claude").toString()));
    }

    private static CompletableFuture<HttpResponse<String>> poll(FakeTelegram telegram) {
        URI getUpdates = telegram.apiRoot().resolve("/bot" + telegram.token() + "/getUpdates?timeout=50");
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(getUpdates).build(), HttpResponse.BodyHandlers.ofString());
    }
}
