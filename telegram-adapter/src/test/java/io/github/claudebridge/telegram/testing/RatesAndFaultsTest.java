package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatesAndFaultsTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder()
            .clock(clock)
            .rateModel(RateModel.likeTelegram())
            .start();
    private final BotClient bot = new BotClient(telegram);

    RatesAndFaultsTest() {
        telegram.user(7, "Ann").sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void three_messages_go_at_once_and_then_one_per_second() {
        assertThat(send(7, 4)).containsExactly("ok", "ok", "ok", "429 Too Many Requests: retry after 1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(7, 1)).containsExactly("ok");
    }

    @Test
    void a_refusal_says_how_long_to_wait_in_body_and_header() {
        send(7, 3);
        BotClient.Answer refusal = bot.call("sendMessage", "chat_id", 7, "text", "x");
        assertThat(refusal.retryAfter()).isEqualTo("1");
        assertThat(refusal.json().path("parameters").path("retry_after").asInt())
                .isEqualTo(1);
    }

    @Test
    void calls_inside_the_waiting_time_make_it_longer_and_at_last_very_long() {
        send(7, 4);
        assertThat(send(7, 4))
                .containsExactly(
                        "429 Too Many Requests: retry after 2",
                        "429 Too Many Requests: retry after 3",
                        "429 Too Many Requests: retry after 4",
                        "429 Too Many Requests: retry after 30");
        assertThat(telegram.lint()).hasSize(4);
        clock.advance(Duration.ofSeconds(30));
        assertThat(send(7, 1)).containsExactly("ok");
    }

    @Test
    void edits_cost_as_much_as_messages_and_drafts_half() {
        send(7, 2);
        assertThat(draft()).isEqualTo("ok");
        assertThat(draft()).isEqualTo("ok");
        assertThat(draft()).isEqualTo("429 Too Many Requests: retry after 1");
    }

    @Test
    void an_edit_that_changes_nothing_costs_as_much_as_any_other() {
        send(7, 1);
        long id = telegram.messages(7).get(0).messageId();
        assertThat(edit(id, "same")).isEqualTo("ok");
        assertThat(edit(id, "same")).startsWith("400 Bad Request: message is not modified");
        assertThat(edit(id, "same")).isEqualTo("429 Too Many Requests: retry after 1");
        assertThat(edit(id, "other")).isEqualTo("429 Too Many Requests: retry after 2");
    }

    @Test
    void an_album_costs_as_much_as_its_messages() {
        assertThat(album(7, 10)).isEqualTo("ok");
        assertThat(send(7, 1)).containsExactly("429 Too Many Requests: retry after 8");
        telegram.supergroup(-1005L, "Team");
        assertThat(album(-1005L, 10)).isEqualTo("ok");
        clock.advance(Duration.ofSeconds(20));
        assertThat(album(-1005L, 10)).isEqualTo("ok");
        clock.advance(Duration.ofSeconds(20));
        assertThat(send(-1005L, 1)).containsExactly("429 Too Many Requests: retry after 20");
    }

    @Test
    void downloads_are_recorded_and_can_be_made_to_fail() throws IOException {
        telegram.user(7, "Ann").sendsDocument("a.txt", "text/plain", new byte[] {1, 2, 3}, "");
        String id = bot.call("getUpdates").result().findValue("file_id").asText();
        String path =
                bot.call("getFile", "file_id", id).result().path("file_path").asText();
        String link = "/file/bot" + telegram.token() + "/" + path;

        telegram.faults().on("download").fail(new Fault.BadGateway());
        assertThat(bot.get(link).statusCode()).isEqualTo(502);
        telegram.faults().on("download").fail(new Fault.TruncatedAnswer());
        assertThatThrownBy(() -> bot.get(link)).hasRootCauseInstanceOf(IOException.class);
        assertThat(bot.get(link).body()).containsExactly(1, 2, 3);
        assertThat(telegram.calls("download")).extracting(Call::status).containsExactly(502, 200, 200);
        assertThat(telegram.calls("download"))
                .allSatisfy(call -> assertThat(call.parameter("file_path")).hasValue(path));
        assertThat(telegram.calls("download").get(2).response()).isEqualTo("3 bytes");
    }

    @Test
    void typing_and_other_chats_are_not_held_back() {
        telegram.user(8, "Bob").sends("/start");
        send(7, 4);
        assertThat(bot.call("sendChatAction", "chat_id", 7, "action", "typing").outcome())
                .isEqualTo("ok");
        assertThat(send(8, 1)).containsExactly("ok");
    }

    @Test
    void a_group_takes_twenty_a_minute() {
        telegram.supergroup(-1005L, "Team");
        for (int i = 0; i < 20; i++) {
            assertThat(send(-1005L, 1)).containsExactly("ok");
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(send(-1005L, 1)).containsExactly("429 Too Many Requests: retry after 40");
    }

    @Test
    void a_call_can_be_refused_as_scripted_in_one_chat_from_the_nth_on() {
        telegram.user(8, "Bob").sends("/start");
        telegram.faults()
                .on("sendmessage")
                .inChat(7)
                .fromCall(2)
                .times(1)
                .fail(new Fault.Refused(500, "Internal Server Error: restart"));

        assertThat(send(8, 2)).containsExactly("ok", "ok");
        assertThat(send(7, 3)).containsExactly("ok", "500 Internal Server Error: restart", "ok");
    }

    @Test
    void a_proxy_can_answer_with_a_page_of_html() {
        telegram.faults().on("sendMessage").fail(new Fault.BadGateway());
        BotClient.Answer answer = bot.call("sendMessage", "chat_id", 7, "text", "x");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.raw()).startsWith("<html>");
        assertThat(telegram.messages(7)).isEmpty();
    }

    @Test
    void a_connection_cut_before_or_after_looks_the_same_to_the_bot() {
        telegram.faults().on("sendMessage").fail(new Fault.CutBefore());
        assertThatThrownBy(() -> send(7, 1)).hasRootCauseInstanceOf(IOException.class);
        assertThat(telegram.messages(7)).isEmpty();

        telegram.faults().on("sendMessage").fail(new Fault.AppliedThenCut());
        assertThatThrownBy(() -> send(7, 1)).hasRootCauseInstanceOf(IOException.class);
        assertThat(telegram.messages(7)).hasSize(1);
        assertThat(telegram.calls("sendMessage")).extracting(Call::status).containsExactly(0, 0);
    }

    @Test
    void an_answer_can_break_off_in_the_middle() {
        telegram.faults().on("getMe").fail(new Fault.TruncatedAnswer());
        assertThatThrownBy(() -> bot.call("getMe")).hasRootCauseInstanceOf(IOException.class);
        assertThat(bot.call("getMe").outcome()).isEqualTo("ok");
    }

    @Test
    void a_slow_answer_comes_late_though_the_call_is_applied() {
        telegram.faults().on("sendMessage").fail(new Fault.Slow(Duration.ofMinutes(5)));
        var late = bot.start("sendMessage", "chat_id", 7, "text", "applied");
        telegram.awaitMessage(
                7, Duration.ofSeconds(10), message -> message.text().equals("applied"));
        assertThat(late).isNotDone();
    }

    private String edit(long messageId, String text) {
        return bot.call("editMessageText", "chat_id", 7, "message_id", messageId, "text", text)
                .outcome();
    }

    private String album(long chatId, int size) {
        List<Map<String, String>> media = Collections.nCopies(size, Map.of("type", "document", "media", "attach://a"));
        Map<String, String> fields = Map.of("chat_id", Long.toString(chatId), "media", BotClient.json(media));
        return bot.upload("sendMediaGroup", fields, Map.of("a", new byte[] {1})).outcome();
    }

    private List<String> send(long chatId, int times) {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            outcomes.add(
                    bot.call("sendMessage", "chat_id", chatId, "text", "m" + i).outcome());
        }
        return outcomes;
    }

    private String draft() {
        return bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 1, "text", "x")
                .outcome();
    }
}
