package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit on what a bot sends to all chats together. */
class RatesOfAllChatsTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder()
            .clock(clock)
            .rateModel(RateModel.likeTelegram())
            .start();
    private final BotClient bot = new BotClient(telegram);

    RatesOfAllChatsTest() {
        for (long id = 1; id <= 31; id++) {
            telegram.user(id, "User " + id).sends("/start");
        }
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void thirty_messages_go_in_a_second() {
        for (long id = 1; id <= 30; id++) {
            assertThat(send(id)).isEqualTo("ok");
        }
        assertThat(send(31)).isEqualTo("429 Too Many Requests: retry after 1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(31)).isEqualTo("ok");
    }

    @Test
    void an_album_counts_as_its_messages() {
        assertThat(album(1)).isEqualTo("ok");
        assertThat(album(2)).isEqualTo("ok");
        assertThat(album(3)).isEqualTo("ok");
        assertThat(send(4)).isEqualTo("429 Too Many Requests: retry after 1");
        clock.advance(Duration.ofSeconds(1));
        for (long id = 5; id <= 25; id++) {
            assertThat(send(id)).isEqualTo("ok");
        }
        assertThat(album(26)).isEqualTo("429 Too Many Requests: retry after 1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(album(26)).isEqualTo("ok");
    }

    @Test
    void what_a_draft_costs_can_be_chosen() {
        RateModel cheapDrafts = RateModel.likeTelegram().withDraftCost(0.25);
        try (FakeTelegram cheap =
                FakeTelegram.builder().clock(clock).rateModel(cheapDrafts).start()) {
            cheap.user(7, "Ann").sends("/start");
            BotClient writer = new BotClient(cheap);
            for (int i = 0; i < 12; i++) {
                assertThat(draft(writer)).isEqualTo("ok");
            }
            assertThat(draft(writer)).isEqualTo("429 Too Many Requests: retry after 1");
        }
    }

    private static String draft(BotClient writer) {
        return writer.call("sendMessageDraft", "chat_id", 7, "draft_id", 1, "text", "x")
                .outcome();
    }

    @Test
    void what_is_refused_for_its_content_costs_nothing() {
        for (int i = 0; i < 40; i++) {
            assertThat(bot.call("sendMessage", "chat_id", 1, "text", "").outcome())
                    .isEqualTo("400 Bad Request: message text is empty");
        }
        assertThat(send(1)).isEqualTo("ok");
    }

    @Test
    void a_strict_server_fails_at_the_end_when_the_bot_did_not_wait() {
        FakeTelegram strict = FakeTelegram.builder()
                .clock(clock)
                .rateModel(RateModel.likeTelegram())
                .strict()
                .start();
        strict.user(7, "Ann").sends("/start");
        BotClient hasty = new BotClient(strict);
        for (int i = 0; i < 5; i++) {
            hasty.call("sendMessage", "chat_id", 7, "text", "x");
        }
        assertThatThrownBy(strict::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("inside the waiting time");
    }

    private String send(long chatId) {
        return bot.call("sendMessage", "chat_id", chatId, "text", "x").outcome();
    }

    private String album(long chatId) {
        List<Map<String, String>> media = Collections.nCopies(10, Map.of("type", "document", "media", "attach://a"));
        Map<String, String> fields = Map.of("chat_id", Long.toString(chatId), "media", BotClient.json(media));
        return bot.upload("sendMediaGroup", fields, Map.of("a", new byte[] {1})).outcome();
    }
}
