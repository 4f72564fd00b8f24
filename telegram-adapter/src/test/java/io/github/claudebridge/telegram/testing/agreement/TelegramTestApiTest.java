package io.github.claudebridge.telegram.testing.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.claudebridge.telegram.testing.BotClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our fake server and one that others have written both support, they answer alike. */
@Tag("other-server")
class TelegramTestApiTest {

    private static final String CHAT = "chat={id=7, type=\"private\"}";
    private static final String BOT = "from={id=its own, is_bot=true, username=a name}";
    private static final String ANN = "from={id=7, is_bot=false}";

    @Test
    void who_the_bot_is() throws IOException {
        Consumer<Talk> talk = one -> one.call("GetMe");
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .containsExactly("{ok=true, result={id=its own, is_bot=true, username=a name}}");
    }

    @Test
    void what_people_write_comes_in_order_and_is_gone_once_it_is_confirmed() throws IOException {
        Consumer<Talk> talk = one -> {
            one.server().writes("/start now");
            one.server().writes("hello 👋");
            JsonNode updates = one.call("getUpdates");
            one.call("getUpdates", "offset", updates.path(1).path("update_id").asLong() + 1);
        };
        String command = "{message={" + CHAT + ", date=seconds, entities=[{length=6, offset=0, type=\"bot_command\"}], "
                + ANN + ", message_id=message 1, text=\"/start now\"}, update_id=a later one}";
        String text = "{message={" + CHAT + ", date=seconds, " + ANN
                + ", message_id=message 2, text=\"hello 👋\"}, update_id=a later one}";
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .containsExactly("{ok=true, result=[" + command + ", " + text + "]}", "{ok=true, result=[]}");
    }

    @Test
    void a_poll_waits_for_what_comes() throws IOException {
        Consumer<Talk> talk = one -> {
            CompletableFuture<BotClient.Answer> poll = one.bot().start("getUpdates", "timeout", 30);
            one.server().writes("at last");
            one.note(poll.join().json());
        };
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .singleElement()
                .asString()
                .contains("\"at last\"");
    }

    @Test
    void what_the_bot_sends_edits_and_deletes() throws IOException {
        Consumer<Talk> talk = one -> {
            one.server().writes("/start");
            JsonNode kept = one.call("sendMessage", "chat_id", 7, "text", "kept");
            JsonNode gone = one.call("sendmessage", "chat_id", 7, "text", "bold", "entities", bold());
            one.look();
            one.call("editMessageText", "chat_id", 7, "message_id", id(kept), "text", "changed");
            one.call("deleteMessage", "chat_id", 7, "message_id", id(gone));
            one.call("deleteMessage", "chat_id", 7, "message_id", id(gone));
            one.look();
        };
        String sent = "{ok=true, result={" + CHAT + ", date=seconds, " + BOT + ", message_id=message 1, text=\"%s\"}}";
        String formatted = "{ok=true, result={" + CHAT
                + ", date=seconds, entities=[{length=4, offset=0, type=\"bold\"}], " + BOT
                + ", message_id=message 2, text=\"bold\"}}";
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .containsExactly(
                        sent.formatted("kept"),
                        formatted,
                        "shown: [kept, bold]",
                        sent.formatted("changed"),
                        "{ok=true, result=true}",
                        "{error_code=400, ok=false}",
                        "shown: [changed]");
    }

    @Test
    void what_comes_of_a_button() throws IOException {
        Consumer<Talk> talk = one -> {
            one.server().writes("/start");
            JsonNode first = one.bot().call("getUpdates").result();
            long next = first.path(0).path("update_id").asLong() + 1;
            JsonNode question =
                    one.call("sendMessage", "chat_id", 7, "text", "Allow?", "reply_markup", keyboard("p:1:y"));
            one.server().presses(question, "Yes");
            JsonNode updates = one.call("getUpdates", "offset", next);
            JsonNode query = updates.path(updates.size() - 1).path("callback_query");
            one.call(
                    "answerCallbackQuery", "callback_query_id", query.path("id").asText(), "text", "Allowed");
            one.call("editMessageReplyMarkup", "chat_id", 7, "message_id", id(question), "reply_markup", keyboard("x"));
        };
        String asked = "{" + CHAT + ", date=seconds, " + BOT + ", message_id=message 1, reply_markup={inline_keyboard="
                + "[[{callback_data=\"%s\", text=\"Yes\"}]]}, text=\"Allow?\"}";
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .containsExactly(
                        "{ok=true, result=" + asked.formatted("p:1:y") + "}",
                        "{ok=true, result=[{callback_query={data=\"p:1:y\", " + ANN + ", id=its own, message="
                                + asked.formatted("p:1:y") + "}, update_id=a later one}]}",
                        "{ok=true, result=true}",
                        "{ok=true, result=" + asked.formatted("x") + "}");
    }

    @Test
    void that_a_webhook_is_set_and_taken_away() throws IOException {
        Consumer<Talk> talk = one -> {
            one.call("setWebhook", "url", "https://bot.example.org/hook");
            one.call("deleteWebhook");
            one.server().writes("still polled");
            one.call("getUpdates");
        };
        assertThat(theirs(talk))
                .isEqualTo(ours(talk))
                .hasSize(3)
                .startsWith("{ok=true, result=true}", "{ok=true, result=true}");
    }

    @Test
    void the_same_bot_built_with_a_library_serves_both() throws IOException {
        Consumer<Talk> talk = one -> {
            try (EchoBot bot = EchoBot.start(one.server())) {
                one.server().writes("first");
                one.server().writes("second");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> bot.heard() == 2 && one.server().shown().equals(List.of("1: first", "2: second")));
            }
            one.look();
        };
        assertThat(theirs(talk)).isEqualTo(ours(talk)).containsExactly("shown: [1: first, 2: second]");
    }

    private static List<String> ours(Consumer<Talk> conversation) {
        try (OurServer server = new OurServer()) {
            return heard(server, conversation);
        }
    }

    private static List<String> theirs(Consumer<Talk> conversation) throws IOException {
        try (TelegramTestApi server = TelegramTestApi.start()) {
            return heard(server, conversation);
        }
    }

    private static List<String> heard(ComparedServer server, Consumer<Talk> conversation) {
        Talk talk = new Talk(server);
        conversation.accept(talk);
        return talk.heard();
    }

    private static long id(JsonNode message) {
        return message.path("message_id").asLong();
    }

    private static List<Map<String, Object>> bold() {
        return List.of(Map.of("type", "bold", "offset", 0, "length", 4));
    }

    private static Map<String, Object> keyboard(String data) {
        return Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Yes", "callback_data", data))));
    }
}
