package io.github.claudebridge.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.builder().clock(clock).start();
    private final BotClient bot = new BotClient(telegram);
    private final FakeUser ann = telegram.user(7, "Ann");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void an_update_stays_until_a_higher_offset_confirms_it() {
        ann.sends("one");
        ann.sends("two");
        List<Long> ids = ids(bot.call("getUpdates"));

        assertThat(ids(bot.call("getUpdates"))).isEqualTo(ids).hasSize(2);
        assertThat(ids(bot.call("getUpdates", "offset", ids.get(1)))).containsExactly(ids.get(1));
        assertThat(ids(bot.call("getUpdates", "offset", ids.get(1) + 1))).isEmpty();
        assertThat(telegram.updates().pending()).isZero();
    }

    @Test
    void a_negative_offset_keeps_only_the_last_updates() {
        for (int i = 0; i < 5; i++) {
            ann.sends("message " + i);
        }
        assertThat(texts(bot.call("getUpdates", "offset", -2))).containsExactly("message 3", "message 4");
        assertThat(telegram.updates().pending()).isEqualTo(2);
    }

    @Test
    void an_offset_far_ahead_is_ignored_and_confirms_nothing() {
        ann.sends("kept");
        assertThat(texts(bot.call("getUpdates", "offset", 900_000_000))).containsExactly("kept");
        assertThat(telegram.updates().pending()).isEqualTo(1);
    }

    @Test
    void a_backlog_comes_in_batches_of_at_most_a_hundred() {
        for (int i = 0; i < 150; i++) {
            ann.sends("message " + i);
        }
        assertThat(ids(bot.call("getUpdates", "limit", 1000))).hasSize(100);
        assertThat(ids(bot.call("getUpdates", "limit", 3))).hasSize(3);
    }

    @Test
    void a_waiting_poll_wakes_at_once() {
        CompletableFuture<BotClient.Answer> poll = bot.start("getUpdates", "timeout", 50);
        telegram.await("the poll", SOON, () -> telegram.updates().isPolled());
        ann.sends("hello");
        assertThat(texts(poll.join())).containsExactly("hello");
    }

    @Test
    void a_second_poll_ends_the_first_with_a_conflict() {
        CompletableFuture<BotClient.Answer> first = bot.start("getUpdates", "timeout", 50);
        telegram.await("the poll", SOON, () -> telegram.updates().isPolled());
        CompletableFuture<BotClient.Answer> second = bot.start("getUpdates", "timeout", 50);

        assertThat(first.join().outcome())
                .isEqualTo("409 Conflict: terminated by other getUpdates request;"
                        + " make sure that only one bot instance is running");
        ann.sends("for the second");
        assertThat(texts(second.join())).containsExactly("for the second");
    }

    @Test
    void a_conflict_that_repeats_comes_late() {
        CompletableFuture<BotClient.Answer> first = bot.start("getUpdates", "timeout", 50);
        telegram.await("the poll", SOON, () -> telegram.updates().isPolled());
        CompletableFuture<BotClient.Answer> second = bot.start("getUpdates", "timeout", 50);
        first.join();
        long start = System.nanoTime();
        CompletableFuture<BotClient.Answer> third = bot.start("getUpdates", "timeout", 50);

        assertThat(second.join().status()).isEqualTo(409);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(2_990));
        assertThat(third).isNotDone();
    }

    @Test
    void polling_is_refused_while_a_webhook_is_set() {
        bot.call("setWebhook", "url", "https://bot.example.org/hook");
        assertThat(bot.call("getUpdates").outcome())
                .isEqualTo("409 Conflict: can't use getUpdates method while webhook is active;"
                        + " use deleteWebhook to delete the webhook first");
        bot.call("deleteWebhook");
        assertThat(bot.call("getUpdates").outcome()).isEqualTo("ok");
    }

    @Test
    void the_kinds_a_bot_asked_for_are_remembered_and_count_when_an_update_is_made() {
        bot.call("getUpdates", "allowed_updates", List.of("message_reaction"));
        long message = ann.sends("not wanted");
        ann.reacts(message, "👍");
        assertThat(bot.call("getUpdates").result()).hasSize(1);

        bot.call("getUpdates", "allowed_updates", List.of());
        ann.reacts(message, "🔥");
        assertThat(bot.call("getUpdates").result()).hasSize(1);
    }

    @Test
    void updates_vanish_after_a_day() {
        ann.sends("old");
        clock.advance(Duration.ofHours(25));
        ann.sends("new");
        assertThat(texts(bot.call("getUpdates"))).containsExactly("new");
    }

    @Test
    void what_seldom_happens_can_be_made_to_happen() {
        ann.sends("first");
        telegram.updates().repeatLast();
        telegram.updates().continueAt(500);
        telegram.updates().addPoison(7);
        telegram.updates().addRaw("{\"shipping_query\":{\"id\":\"1\"}}");

        List<Long> ids = ids(bot.call("getUpdates"));
        assertThat(ids).hasSize(4);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.subList(2, 4)).containsExactly(500L, 501L);
    }

    private static List<Long> ids(BotClient.Answer answer) {
        return stream(answer).map(update -> update.path("update_id").asLong()).toList();
    }

    private static List<String> texts(BotClient.Answer answer) {
        return stream(answer)
                .map(update -> update.path("message").path("text").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(BotClient.Answer answer) {
        return StreamSupport.stream(answer.result().spliterator(), false);
    }
}
