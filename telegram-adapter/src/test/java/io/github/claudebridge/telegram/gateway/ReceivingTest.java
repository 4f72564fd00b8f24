package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Handled;
import io.github.claudebridge.telegram.conversation.MessageHandler;
import io.github.claudebridge.telegram.conversation.UserMessage;
import io.github.claudebridge.telegram.journal.StoredUpdate;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingTest {

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final MessageHandler takes = (message, progress) -> {
        taken.add(message.text());
        return CompletableFuture.completedFuture(Handled.DONE);
    };

    @Test
    void messages_are_taken_in_order_and_end_as_handled() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            for (int i = 0; i < 250; i++) {
                fixture.telegram.user(ANN, "Ann").sends("message " + i);
            }
            fixture.start(takes);

            await().atMost(LIMIT).until(() -> taken.size() == 250);
            assertThat(taken).startsWith("message 0", "message 1", "message 2").endsWith("message 249");
            assertThat(taken).doesNotHaveDuplicates();
            await().atMost(LIMIT).until(() -> fixture.journal.updates().open().isEmpty());
        }
    }

    @Test
    void what_is_not_finished_is_taken_again_after_a_restart_under_the_same_key() {
        List<DeliveryKey> keys = new CopyOnWriteArrayList<>();
        MessageHandler neverEnds = (message, key) -> {
            keys.add(key);
            return new CompletableFuture<>();
        };
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start(neverEnds);
            fixture.telegram.user(ANN, "Ann").sends("first");
            fixture.telegram.user(ANN, "Ann").sends("second");
            await().atMost(LIMIT).until(() -> keys.size() == 2);
        }
        List<DeliveryKey> before = List.copyOf(keys);
        keys.clear();
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start(neverEnds);
            await().atMost(LIMIT).until(() -> keys.size() == 2);
            assertThat(keys).isEqualTo(before);
        }
    }

    @Test
    void a_handler_that_fails_stops_neither_the_polling_nor_the_next_message() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start((message, progress) -> {
                if (message.text().equals("bad")) {
                    throw new IllegalStateException("a bug");
                }
                return takes.handle(message, progress);
            });
            fixture.telegram.user(ANN, "Ann").sends("bad");
            fixture.telegram.user(ANN, "Ann").sends("good");

            await().atMost(LIMIT).until(() -> taken.contains("good"));
            fixture.telegram.user(ANN, "Ann").sends("good again");
            await().atMost(LIMIT).until(() -> taken.contains("good again"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(fixture.journal.updates().open())
                            .extracting(StoredUpdate::payload)
                            .singleElement()
                            .asString()
                            .contains("bad"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502})
    void polling_goes_on_after_the_server_failed(int status) {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            Fault fault = status == 429
                    ? Fault.Refused.retryAfter(1)
                    : status == 502 ? new Fault.BadGateway() : new Fault.Refused(500, "Internal Server Error: restart");
            fixture.telegram.faults().on("getUpdates").times(2).fail(fault);
            fixture.start(takes);
            fixture.telegram.user(ANN, "Ann").sends("hello");

            await().atMost(LIMIT).until(() -> taken.contains("hello"));
        }
    }

    @Test
    void polling_goes_on_after_connections_were_cut() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.faults().on("deleteWebhook").fail(new Fault.CutBefore());
            fixture.telegram.faults().on("getUpdates").times(2).fail(new Fault.AppliedThenCut());
            fixture.start(takes);
            fixture.telegram.user(ANN, "Ann").sends("hello");

            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            assertThat(taken).containsExactly("hello");
        }
    }

    @Test
    void a_conflict_is_retried_after_three_seconds_and_more() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram
                    .faults()
                    .on("getUpdates")
                    .fail(new Fault.Refused(409, "Conflict: terminated by other getUpdates request"));
            fixture.telegram.user(ANN, "Ann").sends("hello");
            fixture.start(takes);

            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            List<Instant> polls = fixture.telegram.calls("getUpdates").stream()
                    .map(Call::at)
                    .limit(2)
                    .toList();
            assertThat(Duration.between(polls.get(0), polls.get(1))).isGreaterThan(Duration.ofSeconds(3));
            assertThat(fixture.failure).isNotDone();
        }
    }

    @Test
    void an_update_of_unknown_form_does_not_block_the_next() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.updates().addPoison(ANN);
            fixture.telegram.updates().addRaw("{\"message\": [1, 2]}");
            fixture.telegram.user(ANN, "Ann").sends("hello");
            fixture.start(takes);

            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
        }
    }

    @Test
    void update_numbers_that_start_anew_lower_are_taken() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start(takes);
            fixture.telegram.user(ANN, "Ann").sends("before the silence");
            await().atMost(LIMIT).until(() -> taken.contains("before the silence"));
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
            fixture.telegram.updates().continueAt(1_000);
            endWaitingPoll(fixture.telegram);
            fixture.telegram.user(ANN, "Ann").sends("after it");
            fixture.telegram.user(ANN, "Ann").sends("and on");

            await().atMost(LIMIT).until(() -> taken.contains("and on"));
            assertThat(taken).containsExactly("before the silence", "after it", "and on");
            await().atMost(LIMIT).until(() -> fixture.telegram.updates().pending() == 0);
        }
    }

    @Test
    void an_update_that_is_delivered_again_is_taken_once() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.user(ANN, "Ann").sends("once");
            fixture.telegram.updates().repeatLast();
            fixture.telegram.user(ANN, "Ann").sends("next");
            fixture.start(takes);
            await().atMost(LIMIT).until(() -> taken.contains("next"));
            assertThat(taken).containsExactly("once", "next");
        }
    }

    @Test
    void a_token_that_is_revoked_later_is_reported() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.telegram.faults().on("getUpdates").fail(new Fault.Refused(401, "Unauthorized"));
            fixture.start(takes);
            assertThat(fixture.failure.get(30, TimeUnit.SECONDS)).isEqualTo(GatewayFailure.WRONG_TOKEN);
        }
    }

    @Test
    void closing_does_not_wait_for_the_long_poll() {
        GatewayFixture fixture = new GatewayFixture(folder);
        fixture.start(takes);
        fixture.telegram.user(ANN, "Ann").sends("hello");
        await().atMost(LIMIT).until(() -> taken.contains("hello"));

        long begin = System.nanoTime();
        fixture.close();
        assertThat(System.nanoTime() - begin)
                .as("nanoseconds; the poll would wait for %s", TelegramConnection.POLL)
                .isLessThan(TelegramConnection.POLL.toNanos() / 2);
    }

    @Test
    void a_stranger_never_reaches_the_handler() {
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start(takes);
            fixture.telegram.user(666, "Eve").sends("let me in");
            fixture.telegram.user(ANN, "Ann").sends("hello");

            await().atMost(LIMIT).until(() -> taken.contains("hello"));
            assertThat(taken).containsExactly("hello");
            assertThat(fixture.telegram.messages(666)).isEmpty();
        }
    }

    @Test
    void the_handler_is_told_the_chat() {
        List<UserMessage> messages = new CopyOnWriteArrayList<>();
        try (GatewayFixture fixture = new GatewayFixture(folder)) {
            fixture.start((message, progress) -> {
                messages.add(message);
                return CompletableFuture.completedFuture(Handled.DONE);
            });
            fixture.telegram.user(ANN, "Ann").sends("hello");
            await().atMost(LIMIT).until(() -> messages.size() == 1);
            assertThat(messages.get(0).chat().value()).isEqualTo(ANN);
        }
    }

    /** By polling once more, as another program would. */
    private static void endWaitingPoll(FakeTelegram telegram) throws Exception {
        URI poll = telegram.apiRoot().resolve("/bot" + telegram.token() + "/getUpdates?timeout=1&limit=1");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(poll).build(), HttpResponse.BodyHandlers.discarding());
    }
}
