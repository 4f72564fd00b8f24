package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsAndGroupsTest {

    private static final long FORUM = -1001234567890L;

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_topic_of_a_private_chat_holds_its_own_messages() {
        ann.sends("/start");
        long topic = create(7, "Refactoring");

        send(7, topic, "in the topic");
        ann.inTopic(topic).sends("mine too");

        assertThat(telegram.topics(7)).containsEntry(topic, "Refactoring");
        assertThat(telegram.messages(7).get(1).threadId()).isEqualTo(Optional.of(topic));
        JsonNode last = lastMessage();
        assertThat(last.path("message_thread_id").asLong()).isEqualTo(topic);
        assertThat(last.path("is_topic_message").asBoolean()).isTrue();
    }

    @Test
    void unknown_topics_and_the_general_one_by_number_are_not_found() {
        telegram.forum(FORUM, "Team");
        assertThat(send(FORUM, 99, "x")).isEqualTo("400 Bad Request: message thread not found");
        assertThat(send(FORUM, 1, "x")).isEqualTo("400 Bad Request: message thread not found");
    }

    @Test
    void topics_are_renamed_closed_and_deleted() {
        telegram.forum(FORUM, "Team");
        long topic = create(FORUM, "old");

        assertThat(topicCall("editForumTopic", topic, "name", "new")).isEqualTo("ok");
        assertThat(topicCall("editForumTopic", topic, "name", "new")).isEqualTo("400 Bad Request: TOPIC_NOT_MODIFIED");
        assertThat(telegram.topics(FORUM)).containsEntry(topic, "new");
        assertThat(topicCall("closeForumTopic", topic)).isEqualTo("ok");
        assertThat(topicCall("deleteForumTopic", topic)).isEqualTo("ok");
        assertThat(send(FORUM, topic, "x")).isEqualTo("400 Bad Request: message thread not found");
        assertThat(bot.call("createForumTopic", "chat_id", FORUM, "name", "n".repeat(129))
                        .outcome())
                .startsWith("400 ");
    }

    @Test
    void a_group_that_is_no_forum_has_no_topics() {
        telegram.supergroup(-1005L, "Plain");
        assertThat(bot.call("createForumTopic", "chat_id", -1005L, "name", "x").outcome())
                .isEqualTo("400 Bad Request: the chat is not a forum");
    }

    @Test
    void people_open_topics_too() {
        Speaker inTopic = ann.opensTopic("New Chat");
        inTopic.sends("first prompt");
        assertThat(telegram.topics(7)).containsEntry(inTopic.threadId().orElseThrow(), "New Chat");
        assertThat(bot.call("getUpdates").result().path(0).path("message").has("forum_topic_created"))
                .isTrue();
    }

    @Test
    void in_groups_the_bot_hears_only_what_is_meant_for_it() {
        FakeGroup group = telegram.supergroup(-1005L, "Team");
        long botMessage = bot.call("sendMessage", "chat_id", -1005L, "text", "hello")
                .result()
                .path("message_id")
                .asLong();
        Speaker there = ann.in(group);

        there.sends("just chatting");
        there.sends("/status");
        there.sends("@" + telegram.botUsername() + " please");
        there.replies(botMessage, "yes");
        there.sends("/status@" + telegram.botUsername());
        there.sends("/status@another_bot");
        there.sends("@" + telegram.botUsername() + "2 is another bot");

        assertThat(texts())
                .containsExactly(
                        "/status",
                        "@" + telegram.botUsername() + " please",
                        "yes",
                        "/status@" + telegram.botUsername());
    }

    @Test
    void without_privacy_mode_the_bot_hears_everything() {
        try (FakeTelegram open = FakeTelegram.builder().withoutGroupPrivacy().start()) {
            open.user(7, "Ann").in(open.supergroup(-1005L, "Team")).sends("just chatting");
            assertThat(open.updates().pending()).isEqualTo(1);
        }
    }

    @Test
    void supergroups_count_their_own_messages_and_all_other_chats_share_one_count() {
        telegram.supergroup(-1005L, "Team");
        long first = ann.sends("one");
        long second = telegram.user(8, "Bob").sends("two");
        assertThat(second).isEqualTo(first + 1);
        assertThat(bot.call("sendMessage", "chat_id", -1005L, "text", "x")
                        .result()
                        .path("message_id")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_bot_that_was_removed_may_not_write() {
        FakeGroup group = telegram.supergroup(-1005L, "Team");
        group.removesBot(ann);
        assertThat(send(-1005L, 0, "x")).isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
        JsonNode update = bot.call("getUpdates").result().path(0).path("my_chat_member");
        assertThat(update.path("new_chat_member").path("status").asText()).isEqualTo("kicked");
    }

    @Test
    void a_group_that_became_a_supergroup_names_its_new_number() {
        FakeGroup group = telegram.group(-55, "Small");
        FakeGroup grown = group.becomesSupergroup(ann, -10055L);

        BotClient.Answer refusal = bot.call("sendMessage", "chat_id", -55, "text", "x");
        assertThat(refusal.outcome()).isEqualTo("400 Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(refusal.json().path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(grown.id());
        assertThat(send(grown.id(), 0, "x")).isEqualTo("ok");
        assertThat(bot.call("getUpdates")
                        .result()
                        .path(0)
                        .path("message")
                        .path("migrate_to_chat_id")
                        .asLong())
                .isEqualTo(grown.id());
    }

    private long create(long chatId, String name) {
        return bot.call("createForumTopic", "chat_id", chatId, "name", name)
                .result()
                .path("message_thread_id")
                .asLong();
    }

    private String topicCall(String method, long topic, Object... more) {
        List<Object> all = new ArrayList<>(List.of("chat_id", FORUM, "message_thread_id", topic));
        all.addAll(List.of(more));
        return bot.call(method, all.toArray()).outcome();
    }

    private String send(long chatId, long topic, String text) {
        return bot.call("sendMessage", "chat_id", chatId, "message_thread_id", topic, "text", text)
                .outcome();
    }

    private JsonNode lastMessage() {
        JsonNode updates = bot.call("getUpdates").result();
        return updates.path(updates.size() - 1).path("message");
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        bot.call("getUpdates")
                .result()
                .forEach(update -> texts.add(update.path("message").path("text").asText()));
        return texts;
    }
}
