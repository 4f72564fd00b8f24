package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
