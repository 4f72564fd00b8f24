package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do, and how the bot hears of it. */
class GesturesTest {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");
    private final long start = ann.sends("/start");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void an_edit_comes_as_the_whole_message_with_its_new_text() {
        ann.edits(start, "/new fix that");

        JsonNode edited = last("edited_message");
        assertThat(edited.path("message_id").asLong()).isEqualTo(start);
        assertThat(edited.path("text").asText()).isEqualTo("/new fix that");
        assertThat(edited.path("entities").path(0).path("length").asInt()).isEqualTo(4);
        assertThat(edited.path("edit_date").asLong())
                .isGreaterThanOrEqualTo(edited.path("date").asLong());
    }

    @Test
    void the_edit_of_a_file_changes_its_caption() {
        long file = ann.sendsDocument("a.txt", "text/plain", new byte[] {1}, "why?");
        ann.edits(file, "how?");

        JsonNode edited = last("edited_message");
        assertThat(edited.path("caption").asText()).isEqualTo("how?");
        assertThat(edited.has("text")).isFalse();
        assertThat(edited.has("document")).isTrue();
    }

    @Test
    void an_answer_to_a_part_of_a_message_names_the_part() {
        long answer = send("one two three");
        ann.quotes(answer, "two", "why that?");

        JsonNode message = last("message");
        assertThat(message.path("reply_to_message").path("message_id").asLong()).isEqualTo(answer);
        assertThat(message.path("quote").path("text").asText()).isEqualTo("two");
        assertThat(message.path("quote").path("position").asInt()).isEqualTo(4);
        assertThatThrownBy(() -> ann.quotes(answer, "four", "?")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_text_that_is_sent_on_names_its_author() {
        ann.forwards("Bob", "@/etc/passwd");
        JsonNode message = last("message");
        assertThat(message.path("text").asText()).isEqualTo("@/etc/passwd");
        assertThat(message.path("forward_origin").path("sender_user_name").asText())
                .isEqualTo("Bob");
    }

    @Test
    void a_button_is_pressed_by_its_text_under_the_newest_message_that_has_it() {
        send("first?", "Yes", "old");
        long newest = send("second?", "Yes", "new");
        send("third?", "No", "other");

        ann.presses("Yes");

        assertThat(last("callback_query").path("data").asText()).isEqualTo("new");
        assertThat(last("callback_query").path("message").path("message_id").asLong())
                .isEqualTo(newest);
        assertThatThrownBy(() -> ann.presses("Maybe")).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> ann.opensTopic("Elsewhere").presses("Yes")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_bot_is_told_when_it_is_blocked_and_when_it_may_write_again() {
        ann.blocksBot();
        assertThat(last("my_chat_member").path("old_chat_member").path("status").asText())
                .isEqualTo("member");
        assertThat(last("my_chat_member").path("new_chat_member").path("status").asText())
                .isEqualTo("kicked");
        assertThat(last("my_chat_member")
                        .path("new_chat_member")
                        .path("user")
                        .path("id")
                        .asLong())
                .isEqualTo(telegram.botId());
        ann.unblocksBot();
        assertThat(last("my_chat_member").path("new_chat_member").path("status").asText())
                .isEqualTo("member");
    }

    @Test
    void a_reaction_comes_with_the_one_before_to_a_bot_that_asked() {
        bot.call("getUpdates", "allowed_updates", List.of("message_reaction"));
        ann.reacts(start, "👍");
        ann.reacts(start, "🔥");
        JsonNode reaction = last("message_reaction");
        assertThat(reaction.path("old_reaction").path(0).path("emoji").asText()).isEqualTo("👍");
        assertThat(reaction.path("new_reaction").path(0).path("emoji").asText()).isEqualTo("🔥");
    }

    private long send(String text) {
        return bot.call("sendMessage", "chat_id", 7, "text", text)
                .result()
                .path("message_id")
                .asLong();
    }

    private long send(String text, String button, String data) {
        List<List<Map<String, String>>> rows = List.of(List.of(Map.of("text", button, "callback_data", data)));
        return bot.call("sendMessage", "chat_id", 7, "text", text, "reply_markup", Map.of("inline_keyboard", rows))
                .result()
                .path("message_id")
                .asLong();
    }

    private JsonNode last(String kind) {
        JsonNode updates = bot.call("getUpdates").result();
        return updates.path(updates.size() - 1).path(kind);
    }
}
