package io.github.claudebridge.telegram.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String TEXT = "some words of a message ".repeat(60);

    @TempDir
    Path folder;

    @Test
    void a_handled_update_is_forgotten_some_days_later_and_an_open_one_not() {
        try (Journal journal = open(NOON)) {
            journal.updates().receive(Map.of(7L, "handled", 8L, "open"));
            journal.updates().handled(7);
        }
        try (Journal journal = open(NOON.plus(Retention.UPDATES).plusSeconds(1))) {
            assertThat(journal.updates().receive(Map.of(7L, "again", 8L, "again")))
                    .extracting(StoredUpdate::id)
                    .containsExactly(7L);
        }
    }

    @Test
    void a_settled_message_is_forgotten_after_a_week_and_an_open_one_never() {
        try (Journal journal = open(NOON)) {
            journal.outgoing().store("settled", 1, 0, OutgoingTest.ringing("x"));
            journal.outgoing().sent(1, 77);
            journal.outgoing().store("open", 1, 0, OutgoingTest.ringing("y"));
        }
        try (Journal journal = later(Retention.UNSETTLED)) {
            assertThat(journal.outgoing().messageId("settled")).isEmpty();
            assertThat(journal.outgoing().open())
                    .extracting(OutgoingMessage::key)
                    .containsExactly("open");
        }
    }

    @Test
    void a_prompt_that_is_done_is_forgotten_after_a_week() {
        try (Journal journal = open(NOON)) {
            Prompts prompts = journal.prompts();
            prompts.accept("open", "work", 7, 0, "hello");
            prompts.done(prompts.accept("done", "work", 7, 0, "hello").id());
        }
        try (Journal journal = later(Retention.SETTLED)) {
            assertThat(journal.prompts().ofKey("done")).isEmpty();
            assertThat(journal.prompts().ofKey("open")).isPresent();
        }
    }

    @Test
    void what_nobody_decides_about_is_forgotten_after_a_month() {
        try (Journal journal = open(NOON)) {
            journal.questions().store(question("token", "question"));
            UUID id = journal.prompts().accept("asked", "work", 7, 0, "hello").id();
            journal.prompts().asked(id);
        }
        try (Journal journal = later(Retention.SETTLED)) {
            assertThat(journal.questions().find("token")).isPresent();
            assertThat(journal.prompts().ofKey("asked")).isPresent();
        }
        try (Journal journal = later(Retention.UNSETTLED)) {
            assertThat(journal.questions().find("token")).isEmpty();
            assertThat(journal.prompts().ofKey("asked")).isEmpty();
        }
    }

    @Test
    void a_bot_that_runs_for_months_keeps_a_file_of_the_same_size() throws IOException {
        MovingClock clock = new MovingClock(NOON);
        long afterAMonth = 0;
        try (Journal journal = Journal.open(folder.resolve("journal.db"), clock)) {
            for (int day = 0; day < 70; day++) {
                busyDay(journal, day);
                clock.now = clock.now.plus(Duration.ofDays(1));
                if (day == 40) {
                    afterAMonth = size();
                }
            }
            assertThat(size()).isLessThan(afterAMonth + afterAMonth / 5);
        }
    }

    @Test
    void a_file_that_is_mostly_empty_is_made_small_at_the_next_start() throws IOException {
        try (Journal journal = open(NOON)) {
            journal.updates().receive(Map.of(1L, TEXT.repeat(2_000)));
            journal.updates().handled(1);
        }
        long before = size();
        open(NOON).close();
        assertThat(size()).isLessThan(before / 2);
    }

    /** Messages that are answered, a few that never are, and a question that nobody answers. */
    private static void busyDay(Journal journal, int day) {
        Map<Long, String> payloads = new LinkedHashMap<>();
        for (long i = 0; i < 4; i++) {
            payloads.put(day * 100L + i, TEXT);
        }
        for (StoredUpdate update : journal.updates().receive(payloads)) {
            String key = "update/" + update.id();
            StoredPrompt prompt = journal.prompts().accept(key, "work", 7, 0, TEXT);
            if (update.id() % 100 == 0) {
                journal.prompts().asked(prompt.id());
                journal.questions().store(question(key + "/token", key));
            } else {
                journal.outgoing()
                        .store(key, 7, 0, OutgoingTest.ringing(TEXT, TEXT))
                        .forEach(message -> journal.outgoing().sent(message.id(), message.id()));
                journal.prompts().done(prompt.id());
                journal.updates().handled(update.id());
            }
        }
    }

    private static StoredQuestion question(String token, String key) {
        return new StoredQuestion(token, key, 7, 0, TEXT, StoredQuestion.State.OPEN);
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** A journal that has just forgotten what is old. */
    private Journal later(Duration time) {
        Journal journal = open(NOON.plus(time).plusSeconds(1));
        journal.updates().receive(Map.of());
        return journal;
    }

    private Journal open(Instant now) {
        return Journal.open(folder.resolve("journal.db"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
