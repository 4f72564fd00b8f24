package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drafts in topics, drafts after one another, and who hears of their end. */
class DraftPlacesTest {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    DraftPlacesTest() {
        ann.sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void another_number_replaces_the_draft() {
        draft(1, 0, "one");
        draft(2, 0, "two");
        assertThat(telegram.drafts(7)).extracting(Draft::draftId).containsExactly(2L);
    }

    @Test
    void a_message_removes_the_draft_of_its_own_topic_only() {
        long topic = ann.opensTopic("Work").threadId().orElseThrow();
        draft(1, topic, "in the topic");
        draft(2, 0, "outside");
        bot.call("sendMessage", "chat_id", 7, "message_thread_id", topic, "text", "done");
        assertThat(telegram.drafts(7)).extracting(Draft::text).containsExactly("outside");
    }

    @Test
    void a_stop_in_a_topic_names_it() {
        Speaker there = ann.opensTopic("Work");
        draft(77, there.threadId().orElseThrow(), "working");
        there.stopsDraft();

        JsonNode updates = bot.call("getUpdates").result();
        JsonNode stopped = updates.path(updates.size() - 1).path("stopped_message_generation");
        assertThat(stopped.path("draft_id").asLong()).isEqualTo(77);
        assertThat(stopped.path("message_thread_id").asLong())
                .isEqualTo(there.threadId().orElseThrow());
        assertThat(stopped.path("chat").path("id").asLong()).isEqualTo(7);
    }

    @Test
    void a_stop_is_no_update_for_a_bot_that_did_not_ask_for_it() {
        bot.call("getUpdates", "allowed_updates", List.of("message"));
        draft(5, 0, "working");
        int before = telegram.updates().pending();
        ann.stopsDraft();
        assertThat(telegram.updates().pending()).isEqualTo(before);
        assertThat(telegram.drafts(7)).isEmpty();
    }

    @Test
    void a_draft_can_stay_when_it_is_stopped() {
        bot.call("sendMessageDraft", "chat_id", 7, "draft_id", 5, "text", "x", "can_stop", true, "keep_on_stop", true);
        ann.stopsDraft();
        assertThat(telegram.drafts(7)).extracting(Draft::text).containsExactly("x");
    }

    private void draft(long id, long topic, String text) {
        bot.call(
                "sendMessageDraft",
                "chat_id",
                7,
                "draft_id",
                id,
                "message_thread_id",
                topic,
                "text",
                text,
                "can_stop",
                true);
    }
}
