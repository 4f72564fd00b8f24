package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsAndButtonsTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder().clock(clock).start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    DraftsAndButtonsTest() {
        ann.sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_draft_is_shown_for_thirty_seconds_after_its_last_call() {
        draft(5, "thin");
        clock.advance(Duration.ofSeconds(20));
        draft(5, "thinking");
        clock.advance(Duration.ofSeconds(29));
        assertThat(telegram.drafts(7)).extracting(Draft::text).containsExactly("thinking");
        clock.advance(Duration.ofSeconds(1));
        assertThat(telegram.drafts(7)).isEmpty();
    }

    @Test
    void any_real_message_removes_the_draft() {
        draft(5, "thinking");
        bot.call("sendMessage", "chat_id", 7, "text", "done");
        assertThat(telegram.drafts(7)).isEmpty();
    }

    @Test
    void drafts_need_a_private_chat_and_a_number() {
        telegram.supergroup(-1005L, "Team");
        assertThat(draftIn(-1005L, 5)).isEqualTo("400 Bad Request: TEXTDRAFT_PEER_INVALID");
        assertThat(draftIn("@ann", 5)).isEqualTo("400 Bad Request: TEXTDRAFT_PEER_INVALID");
        assertThat(draftIn(7, 0)).startsWith("400 ");
        assertThat(draft(5, "")).isEqualTo("ok");
    }

    @Test
    void the_stop_button_tells_the_bot_which_draft_it_was() {
        draft(5, "no button");
        assertThatThrownBy(ann::stopsDraft).isInstanceOf(NoSuchElementException.class);
        bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 6, "text", "x", "can_stop", true);

        ann.stopsDraft();

        JsonNode updates = bot.call("getUpdates").result();
        assertThat(updates.path(1)
                        .path("stopped_message_generation")
                        .path("draft_id")
                        .asLong())
                .isEqualTo(6);
        assertThat(telegram.drafts(7)).isEmpty();
    }

    @Test
    void the_press_of_a_button_is_answered_once_and_in_time() {
        long id = withButton();
        String query = ann.presses(id, "Allow");
        JsonNode update = bot.call("getUpdates").result().path(1).path("callback_query");
        assertThat(update.path("data").asText()).isEqualTo("p:1:y");
        assertThat(update.path("message").path("message_id").asLong()).isEqualTo(id);

        assertThat(answer(query, "Allowed")).isEqualTo("ok");
        assertThat(answer(query, "again"))
                .isEqualTo("400 Bad Request: query is too old and response timeout expired or query ID is invalid");
        assertThat(telegram.callbackAnswers()).containsExactly(new CallbackAnswer(query, "Allowed", false));
    }

    @Test
    void a_button_that_is_not_there_cannot_be_pressed() {
        long id = withButton();
        assertThatThrownBy(() -> ann.presses(id, "Deny")).hasMessageContaining("Deny");
        assertThatThrownBy(() -> ann.presses(999, "Allow")).hasMessageContaining("999");
    }

    @Test
    void a_late_or_overlong_answer_to_a_press_is_refused() {
        String query = ann.presses(withButton(), "Allow");
        assertThat(answer(query, "x".repeat(201))).isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
        clock.advance(Duration.ofSeconds(16));
        assertThat(answer(query, "late")).startsWith("400 Bad Request: query is too old");
    }

    @Test
    void a_button_of_a_forgotten_message_comes_without_its_content() {
        ann.pressesForgotten(3, "old");
        JsonNode message =
                bot.call("getUpdates").result().path(1).path("callback_query").path("message");
        assertThat(message.path("date").asInt(-1)).isZero();
        assertThat(message.has("text")).isFalse();
    }

    @Test
    void a_rich_message_has_exactly_one_carrier_and_keeps_the_limits() {
        assertThat(rich(Map.of("markdown", "# Title\n\nText"))).isEqualTo("ok");
        assertThat(telegram.messages(7).get(0).text()).isEqualTo("Title\nText");
        assertThat(rich(Map.of())).isEqualTo("400 Bad Request: RICH_MESSAGE_CONTENT_REQUIRED");
        assertThat(rich(Map.of("markdown", "a", "html", "b")))
                .isEqualTo("400 Bad Request: RICH_MESSAGE_CONTENT_REQUIRED");
        assertThat(rich(Map.of("markdown", " "))).isEqualTo("400 Bad Request: rich message must be non-empty");
        assertThat(rich(Map.of("html", "<tg-thinking>x</tg-thinking>"))).startsWith("400 ");
        assertThat(rich(Map.of("markdown", "- a\n".repeat(501)))).startsWith("400 ");
        assertThat(rich(Map.of("markdown", "> ".repeat(17) + "deep"))).startsWith("400 ");
        assertThat(rich(Map.of("markdown", "|a".repeat(21) + "|\n" + "|-".repeat(21) + "|")))
                .startsWith("400 ");
        assertThat(rich(Map.of("markdown", "x".repeat(32_769)))).startsWith("400 ");
    }

    @Test
    void an_older_server_does_not_know_rich_messages() {
        try (FakeTelegram older = FakeTelegram.builder().withoutRichMessages().start()) {
            older.user(7, "Ann").sends("hi");
            assertThat(new BotClient(older)
                            .call("sendRichMessage", "chat_id", 7)
                            .outcome())
                    .isEqualTo("404 Not Found: method not found");
        }
    }

    private long withButton() {
        Map<String, Object> button = Map.of("text", "Allow", "callback_data", "p:1:y");
        return bot.call(
                        "sendMessage",
                        "chat_id",
                        7,
                        "text",
                        "May I?",
                        "reply_markup",
                        Map.of("inline_keyboard", List.of(List.of(button))))
                .result()
                .path("message_id")
                .asLong();
    }

    private String answer(String query, String text) {
        return bot.call("answerCallbackQuery", "callback_query_id", query, "text", text)
                .outcome();
    }

    private String draft(long id, String text) {
        return bot.call("sendMessageDraft", "chat_id", 7, "draft_id", id, "text", text)
                .outcome();
    }

    private String draftIn(Object chatId, long id) {
        return bot.call("sendMessageDraft", "chat_id", chatId, "draft_id", id, "text", "x")
                .outcome();
    }

    private String rich(Map<String, String> message) {
        return bot.call("sendRichMessage", "chat_id", 7, "rich_message", message)
                .outcome();
    }
}
