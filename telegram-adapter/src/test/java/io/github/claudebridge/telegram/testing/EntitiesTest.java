package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntitiesTest {

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);

    EntitiesTest() {
        telegram.user(7, "Ann").sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void entities_are_kept_and_move_when_the_text_is_trimmed() {
        send("  \r\nhi there \n", entity("bold", 4, 2), entity("italic", 0, 3));
        SentMessage message = only();
        assertThat(message.text()).isEqualTo("hi there");
        assertThat(message.entities()).containsExactly(TextEntity.of("bold", 0, 2));
    }

    @Test
    void control_characters_become_spaces_and_direction_marks_vanish_with_a_warning() {
        send("a\u0007b\u202Ec");
        assertThat(only().text()).isEqualTo("a bc");
        assertThat(lints()).hasSize(2);
    }

    @Test
    void a_tab_becomes_a_space_with_a_warning() {
        send("a\tb\n\tc");
        assertThat(only().text()).isEqualTo("a b\n c");
        assertThat(lints()).hasSize(2);
    }

    @Test
    void entities_outside_the_text_or_inside_a_character_are_refused() {
        assertThat(send("abc", entity("bold", 4, 1)))
                .isEqualTo("400 Bad Request: entity begins after the end of the text at UTF-16 offset 4");
        assertThat(send("abc", entity("bold", 1, 9)))
                .isEqualTo("400 Bad Request: entity ends after the end of the text at UTF-16 offset 10");
        assertThat(send("é😀x", entity("bold", 2, 2)))
                .isEqualTo("400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 2");
    }

    @Test
    void half_a_character_is_refused() {
        BotClient.Answer answer = bot.post("sendMessage", "{\"chat_id\":7,\"text\":\"a\\ud83d\"}");
        assertThat(answer.outcome()).isEqualTo("400 Bad Request: strings must be encoded in UTF-8");
    }

    @Test
    void malformed_entities_are_refused() {
        assertThat(send("abc", Map.of("type", "bold", "offset", 0))).contains("can't parse MessageEntity");
        assertThat(send("abc", Map.of("type", 5, "offset", 0, "length", 1))).contains("can't parse MessageEntity");
        assertThat(send("abc", entity("bold", -1, 1))).contains("receive an entity with incorrect offset -1");
        assertThat(send("abc", entity("bold", 0, 2_000_000)))
                .contains("receive an entity with incorrect length 2000000");
    }

    @Test
    void crossing_entities_are_split_with_a_warning() {
        send("abcdef", entity("bold", 0, 4), entity("italic", 2, 4));
        assertThat(only().entities())
                .containsExactly(
                        TextEntity.of("bold", 0, 4), TextEntity.of("italic", 2, 2), TextEntity.of("italic", 4, 2));
        assertThat(lints()).containsExactly("italic at 2 is split: it crosses bold at 0");
    }

    @Test
    void code_holds_nothing_and_quotes_do_not_nest() {
        send("abcdef", entity("code", 1, 2), entity("bold", 0, 6));
        assertThat(only().entities())
                .containsExactly(TextEntity.of("bold", 0, 1), TextEntity.of("code", 1, 2), TextEntity.of("bold", 3, 3));
        send("abcdef", entity("blockquote", 0, 6), entity("blockquote", 1, 2), entity("pre", 4, 2));
        assertThat(last().entities()).containsExactly(TextEntity.of("blockquote", 0, 6), TextEntity.of("pre", 4, 2));
        assertThat(lints()).hasSize(2);
    }

    @Test
    void only_the_first_hundred_entities_count() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(entity("bold", i * 2, 1));
        }
        bot.call("sendMessage", "chat_id", 7, "text", "x ".repeat(120) + "x", "entities", many);
        assertThat(only().entities()).hasSize(100);
        assertThat(lints()).containsExactly("120 entities: only the first 100 are kept");
    }

    @Test
    void the_server_finds_addresses_commands_and_names_itself_but_not_in_code() {
        send("see https://e.org/a, mail me@e.org, /new, @someone, #tag and /not", entity("code", 61, 4));
        assertThat(only().entities())
                .extracting(entity -> entity.type() + " " + only().covered(entity))
                .containsExactly(
                        "url https://e.org/a",
                        "email me@e.org",
                        "bot_command /new",
                        "mention @someone",
                        "hashtag #tag",
                        "code /not");
    }

    @Test
    void what_the_server_finds_itself_is_ignored_when_sent_and_links_must_be_openable() {
        send("plain", entity("mention", 0, 5));
        Map<String, Object> link = Map.of("type", "text_link", "offset", 0, "length", 5, "url", "javascript:1");
        send("plain", link);
        assertThat(telegram.messages(7)).allMatch(message -> message.entities().isEmpty());
        assertThat(lints()).hasSize(2);
    }

    @Test
    void a_strict_server_fails_at_the_end_when_there_was_something_to_warn_of() {
        FakeTelegram strict = FakeTelegram.builder().strict().start();
        strict.user(7, "Ann").sends("hi");
        new BotClient(strict).call("sendMessage", "chat_id", 7, "text", "a\u0007b");
        assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class).hasMessageContaining("U+0007");
    }

    private String send(String text, Object... entities) {
        return bot.call("sendMessage", "chat_id", 7, "text", text, "entities", List.of(entities))
                .outcome();
    }

    private SentMessage only() {
        assertThat(telegram.messages(7)).hasSize(1);
        return telegram.messages(7).get(0);
    }

    private SentMessage last() {
        List<SentMessage> all = telegram.messages(7);
        return all.get(all.size() - 1);
    }

    private List<String> lints() {
        return telegram.lint().stream().map(Lint::message).toList();
    }

    private static Map<String, Object> entity(String type, int offset, int length) {
        return Map.of("type", type, "offset", offset, "length", length);
    }
}
