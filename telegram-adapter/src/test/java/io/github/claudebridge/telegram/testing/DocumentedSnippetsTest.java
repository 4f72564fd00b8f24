package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** The snippets of the guide, compiled and run. */
class DocumentedSnippetsTest {

    private static final Path GUIDE = Path.of("..", "docs", "testing-with-the-fake-telegram.md");
    private static final Path THIS =
            Path.of("src/test/java/io/github/claudebridge/telegram/testing", "DocumentedSnippetsTest.java");

    @Test
    void every_snippet_of_the_guide_stands_in_this_file() throws IOException {
        String source = withoutIndentation(Files.readString(THIS));
        List<String> snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult result) -> withoutIndentation(result.group(1)))
                .toList();

        assertThat(snippets)
                .hasSizeGreaterThan(4)
                .allSatisfy(snippet -> assertThat(source).contains(snippet));
    }

    @Test
    void a_first_test() {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            startBot(telegram.apiRoot(), telegram.token());

            FakeUser ann = telegram.user(7, "Ann");
            ann.sends("/start");

            SentMessage answer = telegram.awaitMessage(ann.id(), Duration.ofSeconds(10), message -> true);
            assertThat(answer.text()).isEqualTo("Hello Ann");
        }
    }

    @Test
    void with_the_library_telegrambots() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            TelegramUrl url = TelegramUrl.builder()
                    .schema("http")
                    .host(telegram.apiRoot().getHost())
                    .port(telegram.apiRoot().getPort())
                    .build();
            OkHttpTelegramClient client = new OkHttpTelegramClient(telegram.token(), url);
            assertThat(client.execute(new GetMe()).getIsBot()).isTrue();
        }
    }

    @Test
    void people_in_chats_groups_and_topics() {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            FakeUser ann = telegram.user(7, "Ann");
            ann.sends("/start");
            Duration limit = Duration.ofSeconds(10);
            Map<String, Object> allow = Map.of("text", "Allow", "callback_data", "yes");
            Map<String, Object> keyboard = Map.of("inline_keyboard", List.of(List.of(allow)));
            new BotClient(telegram).call("sendMessage", "chat_id", 7, "text", "May I?", "reply_markup", keyboard);

            SentMessage question = telegram.awaitMessage(
                    7, limit, message -> message.button("Allow").isPresent());
            ann.presses(question.messageId(), "Allow");

            FakeGroup team = telegram.forum(-1001234567890L, "Team");
            Speaker annInTeam = ann.in(team).opensTopic("Release");
            annInTeam.sends("/status");
            assertThat(telegram.updates().pending()).isEqualTo(4);
        }
    }

    @Test
    void a_clock_that_only_the_test_moves() {
        ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
        FakeTelegram telegram = FakeTelegram.builder()
                .clock(clock)
                .rateModel(RateModel.likeTelegram())
                .strict()
                .start();
        telegram.close();
    }

    @Test
    void failures() {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            telegram.faults().on("sendMessage").inChat(7).fail(new Fault.AppliedThenCut());
            telegram.faults().on("getUpdates").times(3).fail(new Fault.BadGateway());
            telegram.faults().on("editMessageText").fail(Fault.Refused.retryAfter(30));
            assertThat(new BotClient(telegram).call("getUpdates").status()).isEqualTo(502);
        }
    }

    /** The smallest bot: it waits for one message and greets, and does not care whether that arrives. */
    private static void startBot(URI root, String token) {
        Thread bot = new Thread(() -> {
            BotClient client = new BotClient(root, token);
            client.call("getUpdates", "timeout", 20).result().forEach(update -> {
                var message = update.path("message");
                String greeting =
                        "Hello " + message.path("from").path("first_name").asText();
                client.start(
                                "sendMessage",
                                "chat_id",
                                message.path("chat").path("id").asLong(),
                                "text",
                                greeting)
                        .handle((answer, cut) -> answer)
                        .join();
            });
        });
        bot.setDaemon(true);
        bot.start();
    }

    /** Line breaks and indentation are the formatter's business. */
    private static String withoutIndentation(String code) {
        return code.lines()
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", "")
                .strip();
    }
}
