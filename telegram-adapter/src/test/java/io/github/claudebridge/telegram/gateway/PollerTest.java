package io.github.claudebridge.telegram.gateway;

import static io.github.claudebridge.telegram.gateway.GatewayFixture.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.claudebridge.telegram.journal.Journal;
import io.github.claudebridge.telegram.testing.FakeTelegram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {

    @TempDir
    Path folder;

    private final FakeTelegram telegram = FakeTelegram.builder().strict().start();
    private final TelegramConnection connection =
            new TelegramConnection(GatewayFixture.settings(telegram, telegram.token()), GatewayFixture.REDACTOR);

    @AfterEach
    void close() {
        connection.close();
        telegram.close();
    }

    @Test
    void nothing_is_confirmed_while_it_is_not_stored() {
        List<String> confirmedWhileStoring = new CopyOnWriteArrayList<>();
        List<Long> stored = new CopyOnWriteArrayList<>();
        telegram.user(1, "Ann").sends("one");

        try (Poller poller = poller(payloads -> {
            confirmedWhileStoring.addAll(confirmations());
            stored.addAll(payloads.keySet());
        })) {
            poller.start();
            await().atMost(LIMIT).until(() -> stored.size() == 1);
            assertThat(confirmedWhileStoring).isEmpty();
            telegram.user(1, "Ann").sends("two");
            await().atMost(LIMIT).until(() -> stored.size() == 2);
            assertThat(confirmations()).contains(Long.toString(stored.get(0) + 1));
        }
    }

    @Test
    void a_batch_that_cannot_be_stored_is_tried_again_and_not_confirmed_before() {
        Journal journal = Journal.open(folder.resolve("journal.db"), Clock.systemUTC());
        journal.close();
        List<Long> stored = new CopyOnWriteArrayList<>();
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        telegram.user(1, "Ann").sends("one");

        try (Poller poller = poller(payloads -> {
            attempts.add(confirmations().size());
            if (attempts.size() == 1) {
                journal.updates().receive(payloads);
            }
            stored.addAll(payloads.keySet());
        })) {
            poller.start();
            await().atMost(LIMIT).until(() -> stored.size() == 1);
            assertThat(attempts).containsExactly(0, 0);
        }
    }

    @Test
    void closing_while_a_batch_is_not_stored_neither_confirms_nor_waits() {
        AtomicInteger attempts = new AtomicInteger();
        telegram.user(1, "Ann").sends("one");
        Poller poller = poller(payloads -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("the disk is full");
        });
        poller.start();
        await().atMost(LIMIT).until(() -> attempts.get() > 0);
        poller.close();

        assertThat(confirmations()).isEmpty();
        assertThat(telegram.updates().pending()).isEqualTo(1);
        List<Long> stored = new CopyOnWriteArrayList<>();
        try (Poller next = poller(payloads -> stored.addAll(payloads.keySet()))) {
            next.start();
            await().atMost(LIMIT).until(() -> stored.size() == 1);
        }
    }

    @Test
    void polling_whose_thread_died_is_begun_again() {
        List<Long> stored = new CopyOnWriteArrayList<>();
        AtomicInteger attempts = new AtomicInteger();
        telegram.user(1, "Ann").sends("one");
        try (Poller poller = poller(payloads -> {
            if (attempts.incrementAndGet() == 1) {
                throw new StackOverflowError("what no handler of exceptions catches");
            }
            stored.addAll(payloads.keySet());
        })) {
            poller.start();
            await().atMost(LIMIT).until(() -> stored.size() == 1);
        }
    }

    private Poller poller(Consumer<Map<Long, String>> inbox) {
        UpdateInbox storing = new UpdateInbox() {
            @Override
            public void receive(Map<Long, String> payloads) {
                inbox.accept(payloads);
            }

            @Override
            public void notStored(Map<Long, String> payloads) {}
        };
        return new Poller(connection, storing, failure -> {}, Duration.ofMillis(200));
    }

    /** The offsets of polls that confirmed something. */
    private List<String> confirmations() {
        return telegram.calls("getUpdates").stream()
                .flatMap(call -> call.parameter("offset").stream())
                .filter(offset -> Long.parseLong(offset) > 1)
                .toList();
    }
}
