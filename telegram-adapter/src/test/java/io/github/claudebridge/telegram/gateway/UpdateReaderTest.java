package io.github.claudebridge.telegram.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Quote;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {

    private static final String DM =
            "\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7,\"first_name\":\"Ann\"}";
    private static final String GROUP = "\"chat\":{\"id\":-5,\"type\":\"supergroup\"},\"from\":{\"id\":7}";

    private final FakeTelegram telegram = FakeTelegram.start();
    private final TelegramConnection connection =
            new TelegramConnection(GatewayFixture.settings(telegram, telegram.token()), GatewayFixture.REDACTOR);
    private static final ChatId BOUND = new ChatId(-1001, 9);

    private final UpdateReader reader = new UpdateReader(connection.identity(), BOUND::equals);

    @BeforeEach
    void the_bot_knows_its_name() {
        connection.identity().learn();
    }

    @AfterEach
    void close() {
        connection.close();
        telegram.close();
    }

    @Test
    void a_reply_brings_what_it_replies_to() {
        UserMessage message = said(
                DM,
                "\"text\":\"why?\",\"reply_to_message\":{\"message_id\":3,\"text\":\"because\"," + "\"from\":{\"id\":"
                        + telegram.botId() + "}}");
        assertThat(message.quote()).contains(new Quote(3, "because", true));
        assertThat(message.repliesTo()).isEqualTo(3);
    }

    @Test
    void of_a_reply_with_a_picked_part_that_part_is_quoted() {
        UserMessage message = said(
                DM,
                "\"text\":\"why?\",\"quote\":{\"text\":\"cause\"},\"reply_to_message\":"
                        + "{\"message_id\":3,\"text\":\"because\",\"from\":{\"id\":9}}");
        assertThat(message.quote()).contains(new Quote(3, "cause", false));
    }

    @Test
    void a_reply_to_a_message_of_another_chat_is_a_quote_without_a_number() {
        UserMessage message =
                said(DM, "\"text\":\"why?\",\"quote\":{\"text\":\"elsewhere\"},\"external_reply\":{\"message_id\":99}");
        assertThat(message.quote()).contains(new Quote(0, "elsewhere", false));
    }

    @Test
    void in_a_topic_the_reply_to_its_beginning_is_none() {
        UserMessage message = said(
                DM,
                "\"text\":\"hello\",\"is_topic_message\":true,\"message_thread_id\":4,"
                        + "\"reply_to_message\":{\"message_id\":4,\"forum_topic_created\":{\"name\":\"T\"}}");
        assertThat(message.quote()).isEmpty();
        assertThat(message.chat()).isEqualTo(new ChatId(7, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"user\",\"sender_user\":{\"id\":1,\"first_name\":\"Bob\"}} | Bob",
                "{\"type\":\"hidden_user\",\"sender_user_name\":\"Carol\"} | Carol",
                "{\"type\":\"chat\",\"sender_chat\":{\"title\":\"Team\"}} | Team",
                "{\"type\":\"channel\",\"chat\":{\"title\":\"News\"}} | News",
                "{\"type\":\"something new\"} | somebody",
            })
    void a_forwarded_message_says_whose_it_is(String origin, String name) {
        assertThat(said(DM, "\"text\":\"do this\",\"forward_origin\":" + origin).forwardedFrom())
                .contains(name);
    }

    @Test
    void ones_own_message_is_forwarded_from_nobody_and_quotes_nothing() {
        UserMessage message = said(DM, "\"text\":\"hello\"");
        assertThat(message.forwardedFrom()).isEmpty();
        assertThat(message.quote()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stop", "/stop@NAME", "/new work please", "/new@NAME work"})
    void a_command_in_a_group_is_for_the_bot_unless_it_names_another(String command) {
        assertThat(group("\"text\":\"" + named(command) + "\"").addressed()).isTrue();
        assertThat(group("\"text\":\"/stop@other_bot\"").addressed()).isFalse();
    }

    @Test
    void a_call_by_name_is_left_out_of_the_text() {
        Incoming.Said said = group(call(named("@NAME what is this?")));
        assertThat(said.addressed()).isTrue();
        assertThat(said.message().text()).isEqualTo("what is this?");
        assertThat(group(call(named("@NAME"))).message().text()).isEqualTo(named("@NAME"));
        assertThat(group(call("@somebody what is this?")).addressed()).isFalse();
    }

    @Test
    void in_a_topic_that_the_bot_opened_not_every_message_is_for_it() {
        Incoming.Said said = group("\"text\":\"lunch?\",\"is_topic_message\":true,\"message_thread_id\":4,"
                + "\"reply_to_message\":{\"message_id\":4,\"forum_topic_created\":{\"name\":\"T\"},\"from\":{\"id\":"
                + telegram.botId() + "}}");
        assertThat(said.addressed()).isFalse();
    }

    @Test
    void a_bot_that_cannot_learn_its_name_takes_no_other_for_its_own() {
        telegram.faults().on("getMe").always().fail(new Fault.BadGateway());
        UpdateReader fresh = new UpdateReader(
                new BotIdentity(BotToken.of(telegram.token()), connection.sendingClient()), BOUND::equals);
        Incoming read = fresh.read("{\"message\":{" + GROUP + ",\"text\":\"/start@other_bot\"}}");
        assertThat(read)
                .isInstanceOfSatisfying(
                        Incoming.Said.class,
                        said -> assertThat(said.addressed()).isFalse());
    }

    @Test
    void what_people_say_to_each_other_in_a_group_is_not_for_the_bot() {
        Incoming.Said said = group("\"text\":\"lunch?\"");
        assertThat(said.addressed()).isFalse();
        assertThat(said.where()).isEmpty();
        assertThat(reader.read("{\"edited_message\":{" + GROUP + ",\"text\":\"dinner?\"}}"))
                .isInstanceOf(Incoming.Nothing.class);
        assertThat(reader.read("{\"message\":{" + GROUP + ",\"sticker\":{}}}")).isInstanceOf(Incoming.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":{\"chat\":{\"id\":-5,\"type\":\"supergroup\"},\"from\":{\"id\":7},\"new_chat_members\":[]}}",
                "{\"message\":{\"chat\":{\"id\":-5,\"type\":\"supergroup\"},\"from\":{\"id\":7},\"pinned_message\":{}}}",
                "{\"message\":{\"chat\":{\"id\":-5,\"type\":\"channel\"},\"sender_chat\":{\"id\":-5},\"text\":\"/stop\"}}",
                "{\"channel_post\":{\"text\":\"/stop\"}}",
                "{\"stopped_message_generation\":{\"chat\":{\"id\":\"7\"},\"draft_id\":1}}",
                "{\"stopped_message_generation\":{\"chat\":{\"id\":7},\"draft_id\":99999999999}}",
                "{\"my_chat_member\":{}}",
                "{\"edited_message\":[1]}",
                "[]",
                "nonsense",
            })
    void what_is_no_message_of_a_person_is_nothing(String payload) {
        assertThat(reader.read(payload)).isEqualTo(new Incoming.Nothing());
    }

    @Test
    void marks_that_lie_outside_of_the_text_do_no_harm() {
        String marks = "\"text\":\"@a\",\"entities\":[{\"type\":\"mention\",\"offset\":1,\"length\":2147483647},"
                + "{\"type\":\"mention\",\"offset\":-1,\"length\":1},{\"type\":\"mention\"},7]";
        assertThat(group(marks).addressed()).isFalse();
    }

    private String named(String text) {
        return text.replace("NAME", telegram.botUsername());
    }

    /** A message that begins with a call. */
    private static String call(String text) {
        int length = text.contains(" ") ? text.indexOf(' ') : text.length();
        return "\"text\":\"" + text + "\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":" + length + "}]";
    }

    private Incoming.Said group(String fields) {
        return (Incoming.Said) reader.read("{\"message\":{" + GROUP + "," + fields + "}}");
    }

    private UserMessage said(String where, String fields) {
        return ((Incoming.Said) reader.read("{\"message\":{" + where + "," + fields + "}}")).message();
    }

    @Test
    void everything_in_a_topic_that_talks_to_a_session_is_for_the_bot() {
        assertThat(isAddressed(9)).isTrue();
        assertThat(isAddressed(10)).isFalse();
    }

    private boolean isAddressed(int topic) {
        Incoming incoming = reader.read("""
                {"message":{"message_id":4,"message_thread_id":%d,"is_topic_message":true,"from":{"id":7,"first_name":"Ann"},
                "chat":{"id":-1001,"title":"Team","type":"supergroup","is_forum":true},"date":1764000008,"text":"lunch?"}}""".formatted(topic));
        return incoming instanceof Incoming.Said said && said.addressed();
    }
}
