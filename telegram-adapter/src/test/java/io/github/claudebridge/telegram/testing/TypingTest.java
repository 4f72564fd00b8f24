package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypingTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder().clock(clock).start();
    private final BotClient bot = new BotClient(telegram);

    TypingTest() {
        telegram.user(7, "Ann").sends("/start");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void typing_is_seen_at_once_and_for_five_seconds() {
        assertThat(shown(0)).isEmpty();
        bot.call("sendChatAction", "chat_id", 7, "action", "typing");
        assertThat(shown(0)).hasValue("typing");
        clock.advance(Duration.ofMillis(4_999));
        assertThat(shown(0)).hasValue("typing");
        clock.advance(Duration.ofMillis(1));
        assertThat(shown(0)).isEmpty();
        assertThat(telegram.chatActions(7)).hasSize(1);
    }

    @Test
    void a_message_of_the_bot_ends_it() {
        bot.call("sendChatAction", "chat_id", 7, "action", "typing");
        bot.call("sendMessage", "chat_id", 7, "text", "done");
        assertThat(shown(0)).isEmpty();
        bot.call("sendChatAction", "chat_id", 7, "action", "upload_document");
        assertThat(shown(0)).hasValue("upload_document");
        bot.call("sendChatAction", "chat_id", 7, "action", "cancel");
        assertThat(shown(0)).isEmpty();
    }

    @Test
    void each_topic_has_its_own() {
        long topic = bot.call("createForumTopic", "chat_id", 7, "name", "Work")
                .result()
                .path("message_thread_id")
                .asLong();
        bot.call("sendChatAction", "chat_id", 7, "message_thread_id", topic, "action", "typing");
        assertThat(shown(topic)).hasValue("typing");
        assertThat(shown(0)).isEmpty();
        bot.call("sendMessage", "chat_id", 7, "text", "elsewhere");
        assertThat(shown(topic)).hasValue("typing");
    }

    private Optional<String> shown(long topic) {
        return telegram.shownAction(7, topic).map(ChatAction::action);
    }
}
