package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.ANN;
import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.conversation.Answer;
import io.github.claudebridge.telegram.conversation.ChatId;
import io.github.claudebridge.telegram.conversation.Choice;
import io.github.claudebridge.telegram.conversation.DeliveryKey;
import io.github.claudebridge.telegram.conversation.Question;
import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.journal.Outgoing;
import io.github.claudebridge.telegram.journal.OutgoingMessage;
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
        journal.outgoing()
                .store(
                        "damaged",
                        ANN,
                        0,
                        List.of(new Outgoing.Part("{\"message\":7}", false), new Outgoing.Part("no JSON", false)));
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

    @Test
    void an_answer_and_its_files_are_stored_together() throws Exception {
        telegram.faults().on("sendMessage").always().fail(new Fault.CutBefore());
        telegram.faults().on("sendDocument").always().fail(new Fault.CutBefore());
        try (TelegramGateway gateway = gateway()) {
            CompletableFuture<Void> unused =
                    gateway.chat().answer(CHAT, KEY, Answer.of("# Long\n\n" + "word ".repeat(10_000)));
            List<OutgoingMessage> stored = journal.outgoing().open();
            assertThat(stored).extracting(OutgoingMessage::key).containsOnly(KEY.value());
            assertThat(stored.get(0).silent()).isFalse();
            assertThat(stored.get(stored.size() - 1).silent()).as("the file").isTrue();
        }
        telegram.faults().clear();
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().answer(CHAT, KEY, "the same again"));
            await().atMost(LIMIT).until(() -> journal.outgoing().open().isEmpty());
        }
        List<SentMessage> messages = telegram.messages(ANN);
        assertThat(messages).anyMatch(message -> message.text().startsWith("Long"));
        assertThat(messages).filteredOn(message -> message.file().isPresent()).hasSize(1);
    }

    @Test
    void what_became_of_a_question_is_shown_below_it_though_neither_was_delivered_before_the_restart()
            throws Exception {
        telegram.faults().on("sendMessage").always().fail(new Fault.CutBefore());
        Question question = new Question("Shall I?", List.of(new Choice("yes", "Yes")));
        try (TelegramGateway gateway = gateway()) {
            CompletableFuture<Void> unused = gateway.chat().ask(CHAT, KEY, question);
            assertThat(gateway.chat().withdraw(KEY, "Not needed any more.")).isTrue();
        }
        telegram.faults().clear();
        try (TelegramGateway gateway = gateway()) {
            done(gateway.chat().ask(CHAT, KEY, question));
            await().atMost(LIMIT).until(() -> journal.outgoing().open().isEmpty());
        }
        assertThat(texts()).containsExactly("Shall I?\n\nNot needed any more.");
        assertThat(telegram.messages(ANN).get(0).buttons()).isEmpty();
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
