package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refusals, and what is refused first, that bots seldom meet. */
class RefusalsTest {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);

    RefusalsTest() {
        telegram.user(7, "Ann").sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_file_has_no_text_and_a_text_no_caption_to_edit() {
        bot.upload("sendDocument", Map.of("chat_id", "7"), Map.of("document", new byte[] {1}));
        bot.call("sendMessage", "chat_id", 7, "text", "text");
        long file = telegram.messages(7).get(0).messageId();
        long text = telegram.messages(7).get(1).messageId();

        assertThat(call("editMessageText", "message_id", file, "text", "x"))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
        assertThat(call("editMessageCaption", "message_id", text, "caption", "x"))
                .isEqualTo("400 Bad Request: there is no caption in the message to edit");
        assertThat(call("editMessageCaption", "message_id", file, "caption", "x"))
                .isEqualTo("ok");
    }

    @Test
    void a_keyboard_that_is_no_json_is_refused_and_an_app_in_a_group() {
        assertThat(call("sendMessage", "text", "x", "reply_markup", "{nonsense"))
                .isEqualTo("400 Bad Request: can't parse reply keyboard markup JSON object");
        Map<String, Object> app = Map.of("text", "x", "web_app", Map.of("url", "https://e.org"));
        Map<String, Object> keyboard = Map.of("inline_keyboard", List.of(List.of(app)));
        telegram.supergroup(-1005L, "Team");
        assertThat(call("sendMessage", "text", "x", "reply_markup", keyboard)).isEqualTo("ok");
        assertThat(bot.call("sendMessage", "chat_id", -1005L, "text", "x", "reply_markup", keyboard)
                        .outcome())
                .isEqualTo("400 Bad Request: BUTTON_TYPE_INVALID");
    }

    @Test
    void markup_wins_over_entities() {
        Map<String, Object> italic = Map.of("type", "italic", "offset", 0, "length", 1);
        call("sendMessage", "text", "<b>x</b>", "parse_mode", "HTML", "entities", List.of(italic));
        assertThat(telegram.messages(7).get(0).entities()).containsExactly(TextEntity.of("bold", 0, 1));
    }

    @Test
    void an_unknown_chat_is_refused_before_a_bad_text_and_a_bad_text_before_a_long_one() {
        assertThat(bot.call("sendMessage", "chat_id", 99, "text", "").outcome())
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(call("sendMessage", "text", "<b>" + "x".repeat(5_000), "parse_mode", "HTML"))
                .startsWith("400 Bad Request: can't parse entities");
    }

    @Test
    void there_are_at_most_a_hundred_commands_for_each_scope_and_language() {
        assertThat(call("setMyCommands", "commands", commands(100), "language_code", "de"))
                .isEqualTo("ok");
        assertThat(call("setMyCommands", "commands", commands(101)))
                .isEqualTo("400 Bad Request: BOT_COMMANDS_TOO_MUCH");
        assertThat(telegram.commands("default", "de")).hasSize(100);
        assertThat(telegram.commands("default", "")).isEmpty();
        assertThat(call("setMyCommands", "commands", commands(1), "scope", Map.of("type", "everybody")))
                .startsWith("400 ");
    }

    @Test
    void an_answer_can_quote_only_what_stands_in_the_message() {
        bot.call("sendMessage", "chat_id", 7, "text", "one two");
        long id = telegram.messages(7).get(0).messageId();
        assertThat(call("sendMessage", "text", "x", "reply_parameters", Map.of("message_id", id, "quote", "three")))
                .isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
        assertThat(call("sendMessage", "text", "x", "reply_parameters", Map.of("message_id", id, "quote", "two")))
                .isEqualTo("ok");
    }

    private String call(String method, Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of("chat_id", 7));
        all.addAll(List.of(namesAndValues));
        return bot.call(method, all.toArray()).outcome();
    }

    private static List<Map<String, String>> commands(int count) {
        List<Map<String, String>> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(Map.of("command", "command_" + i, "description", "Number " + i));
        }
        return commands;
    }
}
