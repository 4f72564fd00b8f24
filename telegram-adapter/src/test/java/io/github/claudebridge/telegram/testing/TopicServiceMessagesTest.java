package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicServiceMessagesTest {

    private static final long FORUM = -1001234567890L;

    private final FakeTelegram telegram = FakeTelegram.start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void a_new_topic_begins_with_a_message_in_it() {
        long topic = ann.opensTopic("Release").threadId().orElseThrow();

        JsonNode message = last();
        assertThat(message.path("message_thread_id").asLong()).isEqualTo(topic);
        assertThat(message.path("is_topic_message").asBoolean()).isTrue();
        assertThat(message.path("forum_topic_created").path("name").asText()).isEqualTo("Release");
        assertThat(message.path("forum_topic_created").has("is_name_implicit")).isFalse();
    }

    @Test
    void a_topic_that_came_with_a_first_message_says_that_its_name_is_not_meant() {
        Speaker there = ann.opensUnnamedTopic();
        assertThat(last().path("forum_topic_created").path("is_name_implicit").asBoolean())
                .isTrue();
        there.sends("Fix the build");
        assertThat(last().path("message_thread_id").asLong())
                .isEqualTo(there.threadId().orElseThrow());
    }

    @Test
    void people_rename_close_and_reopen_topics() {
        Speaker there = ann.in(telegram.forum(FORUM, "Team")).opensTopic("Old");
        long topic = there.threadId().orElseThrow();

        there.renamesTopic("New");
        assertThat(last().path("forum_topic_edited").path("name").asText()).isEqualTo("New");
        there.closesTopic();
        assertThat(last().has("forum_topic_closed")).isTrue();
        there.reopensTopic();
        assertThat(last().has("forum_topic_reopened")).isTrue();
        assertThat(last().path("message_thread_id").asLong()).isEqualTo(topic);
        assertThat(telegram.topics(FORUM)).containsEntry(topic, "New");
        assertThatThrownBy(ann::closesTopic).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void in_a_forum_what_answers_nothing_else_answers_the_beginning_of_its_topic() {
        Speaker there = ann.in(telegram.forum(FORUM, "Team")).opensTopic("Release");
        long topic = there.threadId().orElseThrow();
        long first = there.sends("/status");
        assertThat(last().path("reply_to_message").path("message_id").asLong()).isEqualTo(topic);
        assertThat(last().path("reply_to_message").has("forum_topic_created")).isTrue();
        there.replies(first, "/again");
        assertThat(last().path("reply_to_message").path("message_id").asLong()).isEqualTo(first);
        ann.opensTopic("Private").sends("no forum");
        assertThat(last().has("reply_to_message")).isFalse();
    }

    @Test
    void what_the_bot_does_to_a_topic_stands_in_it_but_is_no_update() {
        ann.sends("/start");
        long topic = bot.call("createForumTopic", "chat_id", 7, "name", "Work")
                .result()
                .path("message_thread_id")
                .asLong();
        bot.call("editForumTopic", "chat_id", 7, "message_thread_id", topic, "name", "Play");

        assertThat(telegram.messages(7))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.threadId()).hasValue(topic));
        assertThat(last().path("text").asText()).isEqualTo("/start");
    }

    private JsonNode last() {
        JsonNode updates = bot.call("getUpdates").result();
        return updates.path(updates.size() - 1).path("message");
    }
}
