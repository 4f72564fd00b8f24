package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String NOT_MODIFIED =
            "400 Bad Request: message is not modified: specified new message content and"
                    + " reply markup are exactly the same as a current content and reply markup of the message";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder().clock(clock).start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");
    private final long hers = ann.sends("/start");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_bot_can_write_only_to_those_who_have_written_first() {
        telegram.user(8, "Bob");
        assertThat(send("chat_id", 8, "text", "hi")).isEqualTo("400 Bad Request: chat not found");
        assertThat(send("chat_id", "@someone", "text", "hi")).isEqualTo("400 Bad Request: chat not found");
        assertThat(send("text", "hi")).isEqualTo("400 Bad Request: chat_id is empty");
    }

    @Test
    void whoever_blocks_the_bot_or_leaves_cannot_be_reached() {
        ann.blocksBot();
        assertThat(send("chat_id", 7, "text", "hi")).isEqualTo("403 Forbidden: bot was blocked by the user");
        ann.unblocksBot();
        assertThat(send("chat_id", 7, "text", "hi")).isEqualTo("ok");
        ann.deletesAccount();
        assertThat(send("chat_id", 7, "text", "hi")).isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void empty_and_overlong_texts_are_refused() {
        assertThat(send("chat_id", 7)).isEqualTo("400 Bad Request: message text is empty");
        assertThat(send("chat_id", 7, "text", " \n ")).isEqualTo("400 Bad Request: text must be non-empty");
        assertThat(send("chat_id", 7, "text", "x".repeat(4097))).isEqualTo("400 Bad Request: message is too long");
        assertThat(send("chat_id", 7, "text", "ü".repeat(16_385))).isEqualTo("400 Bad Request: text is too long");
        assertThat(send("chat_id", 7, "text", "x", "parse_mode", "RTF"))
                .isEqualTo("400 Bad Request: unsupported parse_mode");
    }

    @Test
    void the_limit_counts_characters_after_parsing_not_utf_16_units() {
        assertThat(send("chat_id", 7, "text", "😀".repeat(4096))).isEqualTo("ok");
        assertThat(send("chat_id", 7, "text", "<b>" + "x".repeat(4096) + "</b>", "parse_mode", "html"))
                .isEqualTo("ok");
    }

    @Test
    void an_edit_changes_text_and_keyboard_and_keeps_the_place() {
        long id = sendId("chat_id", 7, "text", "one", "reply_markup", keyboard());
        clock.advance(Duration.ofSeconds(5));

        assertThat(edit(id, "two")).isEqualTo("ok");

        SentMessage message = telegram.messages(7).get(0);
        assertThat(message.text()).isEqualTo("two");
        assertThat(message.buttons()).isEmpty();
        assertThat(message.editedAt()).contains(clock.instant());
        assertThat(message.sentAt()).isEqualTo(clock.instant().minusSeconds(5));
    }

    @Test
    void edits_that_cannot_be_are_refused() {
        long id = sendId("chat_id", 7, "text", "*bold*", "parse_mode", "MarkdownV2");

        assertThat(bot.call(
                                "editMessageText",
                                "chat_id",
                                7,
                                "message_id",
                                id,
                                "text",
                                "<b>bold</b>",
                                "parse_mode",
                                "HTML")
                        .outcome())
                .isEqualTo(NOT_MODIFIED);
        assertThat(edit(999, "x")).isEqualTo("400 Bad Request: message to edit not found");
        assertThat(edit(hers, "x")).isEqualTo("400 Bad Request: message can't be edited");
        assertThat(edit(0, "x")).isEqualTo("400 Bad Request: message identifier is not specified");
        assertThat(edit(id, "y".repeat(4097))).isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
    }

    @Test
    void a_message_can_be_deleted_for_two_days() {
        long early = sendId("chat_id", 7, "text", "early");
        long late = sendId("chat_id", 7, "text", "late");

        assertThat(delete(early)).isEqualTo("ok");
        assertThat(delete(early)).isEqualTo("400 Bad Request: message to delete not found");
        clock.advance(Duration.ofHours(49));
        assertThat(delete(late)).isEqualTo("400 Bad Request: message can't be deleted");
        assertThat(telegram.messages(7)).extracting(SentMessage::text).containsExactly("late");
    }

    @Test
    void an_answer_needs_the_message_it_answers_unless_told_otherwise() {
        assertThat(send("chat_id", 7, "text", "x", "reply_parameters", Map.of("message_id", 999)))
                .isEqualTo("400 Bad Request: message to be replied not found");
        Map<String, Object> lenient = Map.of("message_id", 999, "allow_sending_without_reply", true);
        assertThat(send("chat_id", 7, "text", "x", "reply_parameters", lenient)).isEqualTo("ok");
        assertThat(send("chat_id", 7, "text", "x", "reply_parameters", "{nonsense"))
                .isEqualTo("400 Bad Request: can't parse reply parameters JSON object");
        sendId("chat_id", 7, "text", "y", "reply_parameters", Map.of("message_id", hers));
        assertThat(telegram.messages(7).get(1).replyTo()).isEqualTo(Optional.of(hers));
    }

    @Test
    void keyboards_are_checked() {
        assertThat(withButton(Map.of("text", "x"))).contains("Text buttons are unallowed in the inline keyboard");
        assertThat(withButton(Map.of("text", "x", "callback_data", "ü".repeat(33))))
                .contains("BUTTON_DATA_INVALID");
        assertThat(withButton(Map.of("text", "x", "callback_data", "d", "style", "loud")))
                .startsWith("400 ");
        assertThat(withButton(Map.of("text", "x", "copy_text", Map.of("text", "c".repeat(257)))))
                .startsWith("400 ");
        assertThat(withButton(Map.of("text", "x", "web_app", Map.of("url", "http://localhost"))))
                .startsWith("400 ");
        assertThat(withButton(Map.of("text", "x", "callback_data", "d", "style", "danger")))
                .isEqualTo("ok");
        assertThat(telegram.messages(7).get(0).button("x")).contains(new Button("x", "callback_data", "d", "danger"));
    }

    @Test
    void a_reaction_is_one_of_those_there_are() {
        assertThat(react("👀")).isEqualTo("ok");
        assertThat(telegram.reaction(7, hers)).contains("👀");
        assertThat(react("✅")).isEqualTo("400 Bad Request: REACTION_INVALID");
        assertThat(bot.call("setMessageReaction", "chat_id", 7, "message_id", hers, "reaction", List.of(1, 2))
                        .outcome())
                .isEqualTo("400 Bad Request: REACTIONS_TOO_MANY");
        bot.call("setMessageReaction", "chat_id", 7, "message_id", hers, "reaction", List.of());
        assertThat(telegram.reaction(7, hers)).isEmpty();
    }

    @Test
    void typing_is_recorded_and_unknown_actions_are_refused() {
        bot.call("sendChatAction", "chat_id", 7, "action", "typing");
        assertThat(telegram.chatActions(7)).extracting(ChatAction::action).containsExactly("typing");
        assertThat(bot.call("sendChatAction", "chat_id", 7, "action", "yawning").outcome())
                .isEqualTo("400 Bad Request: wrong parameter action in request");
    }

    @Test
    void commands_are_checked_and_kept_for_each_scope() {
        Map<String, String> good = Map.of("command", "new", "description", "A new session");
        assertThat(bot.call("setMyCommands", "commands", List.of(good)).outcome())
                .isEqualTo("ok");
        assertThat(telegram.commands("default", "")).containsExactly(new BotCommand("new", "A new session"));
        assertThat(telegram.commands("all_private_chats", "")).isEmpty();
        Map<String, String> bad = Map.of("command", "New!", "description", "x");
        assertThat(bot.call("setMyCommands", "commands", List.of(bad)).outcome())
                .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    }

    private String withButton(Map<String, Object> button) {
        return send("chat_id", 7, "text", "x", "reply_markup", Map.of("inline_keyboard", List.of(List.of(button))));
    }

    private String react(String emoji) {
        List<Map<String, String>> reaction = List.of(Map.of("type", "emoji", "emoji", emoji));
        return bot.call("setMessageReaction", "chat_id", 7, "message_id", hers, "reaction", reaction)
                .outcome();
    }

    private static Map<String, Object> keyboard() {
        return Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Go", "callback_data", "go"))));
    }

    private String send(Object... namesAndValues) {
        return bot.call("sendMessage", namesAndValues).outcome();
    }

    private long sendId(Object... namesAndValues) {
        return bot.call("sendMessage", namesAndValues)
                .result()
                .path("message_id")
                .asLong();
    }

    private String edit(long id, String text) {
        return bot.call("editMessageText", "chat_id", 7, "message_id", id, "text", text)
                .outcome();
    }

    private String delete(long id) {
        return bot.call("deleteMessage", "chat_id", 7, "message_id", id).outcome();
    }
}
