package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.SentMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDeliveryTest {

    private static final ChatId CHAT = new ChatId(ANN);
    private static final DeliveryKey KEY = new DeliveryKey("prompt/1");

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.builder().strict().start();
    private Journal journal;

    @BeforeEach
    void a_chat_that_the_bot_may_write_to() {
        telegram.user(ANN, "Ann").sends("/start");
        journal = openJournal();
    }

    @AfterEach
    void close() {
        journal.close();
        telegram.close();
    }

    @Test
    void what_was_not_delivered_is_sent_by_the_next_run_in_order() throws Exception {
        telegram.faults().on("sendMessage").always().fail(new Fault.CutBefore());
        try (TelegramGateway gateway = gateway()) {
            CompletableFuture<Void> first = gateway.chat().answer(CHAT, KEY, "first " + "word ".repeat(1_500));
            CompletableFuture<Void> second = gateway.chat().failure(CHAT, KEY.with("x"), "second");
            await().atMost(LIMIT).until(() -> !telegram.calls("sendMessage").isEmpty());
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
        }
        telegram.faults().clear();
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().notice(CHAT, KEY.with("y"), "third"));
        }
        assertThat(texts()).hasSize(4);
        assertThat(texts().get(0)).startsWith("first");
        assertThat(texts().subList(2, 4)).containsExactly("second", "third");
    }

    @Test
    void the_same_key_is_delivered_once_in_one_run_and_in_the_next() throws Exception {
        try (TelegramGateway gateway = gateway()) {
            CompletableFuture<Void> first = gateway.chat().answer(CHAT, KEY, "once");
            CompletableFuture<Void> again = gateway.chat().answer(CHAT, KEY, "once");
            done(first);
            done(again);
        }
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().answer(CHAT, KEY, "once"));
        }
        assertThat(texts()).containsExactly("once");
        assertThat(journal.outgoing().repeats()).isZero();
    }

    @Test
    void an_attempt_of_unknown_outcome_is_repeated_and_counted() throws Exception {
        telegram.faults().on("sendMessage").fail(new Fault.AppliedThenCut());
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().answer(CHAT, KEY, "twice"));
        }
        assertThat(texts()).containsExactly("twice", "twice");
        assertThat(journal.outgoing().repeats()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_stored_is_delivered_all_the_same() throws Exception {
        try (TelegramGateway gateway = gateway()) {
            journal.close();
            done(gateway.chat().answer(CHAT, KEY, "the disk is full"));
        }
        assertThat(texts()).containsExactly("the disk is full");
    }

    @Test
    void a_stored_message_that_cannot_be_read_does_not_hold_up_the_next() throws Exception {
        journal.outgoing().store("damaged", ANN, 0, false, List.of("{\"message\":7}", "no JSON"));
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().answer(CHAT, KEY, "fine"));
        }
        assertThat(texts()).containsExactly("fine");
        assertThat(journal.outgoing().open()).isEmpty();
    }

    @Test
    void a_message_stays_in_its_topic() throws Exception {
        long topic = telegram.user(ANN, "Ann").opensTopic("Work").threadId().orElseThrow();
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().answer(new ChatId(ANN, topic), KEY, "over here"));
        }
        assertThat(telegram.messages(ANN).get(0).threadId()).contains(topic);
    }

    private TelegramGateway gateway() {
        return new TelegramGateway(
                GatewayFixture.settings(telegram, telegram.token()), journal, GatewayFixture.REDACTOR);
    }

    private Journal openJournal() {
        return Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
    }

    private List<String> texts() {
        return telegram.messages(ANN).stream().map(SentMessage::text).toList();
    }

    private static void done(CompletableFuture<Void> delivery) throws Exception {
        delivery.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
